/** Words of the furniture: what buttons, fields and dialogs say whatever they are used for. */
export const ui = {
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  dismiss: 'Dismiss',
  notifications: 'Notifications',
  working: 'Working…',
  optional: 'optional',
  newTab: '(opens in a new tab)',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  copy: {
    copy: 'Copy',
    copied: 'Copied',
    failed: 'Copying is blocked in this browser. Select the text and copy it by hand.',
  },
  errorSummary: {
    title: (count: number) => (count === 1 ? 'One thing to correct' : `${count} things to correct`),
  },
  people: {
    more: (count: number) => `+${count}`,
    moreNames: (names: string) => `And also ${names}`,
  },
  time: {
    now: 'just now',
    minutes: (count: number) => `${count} min`,
    hours: (count: number) => `${count} h`,
    days: (count: number) => `${count} d`,
    ago: ' ago',
    ahead: (span: string) => `in ${span}`,
  },
  chartTable: 'Show the figures as a table',
  percent: (share: number) => `${share} %`,
};
