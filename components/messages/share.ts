import type { ReportView } from '@/lib/domain/report/report-arrangement';

const views: Readonly<Record<ReportView, { readonly label: string; readonly hint: string }>> = {
  public: { label: 'Public report', hint: 'Nothing confidential, no discussion.' },
  checked: { label: 'Checked copy', hint: 'Only the recommended changes, for the writer.' },
  checking: {
    label: 'Checking copy',
    hint: 'Everybody’s work, also what is confidential. For a lawyer, say.',
  },
};

/** Words of sharing and publishing a report. */
export const share = {
  title: 'Share and publish',
  pageTitle: (title: string) => `Share · ${title}`,
  toArticle: 'Back to the article',
  links: {
    title: 'Links',
    hint: 'Whoever has a link reads the report as it stands then, without an account, until it ends.',
    none: 'No link to this report works.',
    views,
    ends: 'ends:',
    opened: 'opened first:',
    unopened: 'not opened yet',
    revoke: 'Revoke',
    revokeFor: (view: string) => `Revoke the link to the ${view.toLowerCase()}`,
    revoked: 'The link no longer works.',
    make: 'Make a link',
    makeTitle: 'Make a link to the report',
    view: 'Which copy',
    days: 'How long it works',
    dayNames: { 1: 'A day', 7: 'A week', 14: 'Two weeks', 30: '30 days' },
    submit: 'Make link',
    busy: 'Making …',
    made: 'The link is made. Copy it now: it is not shown again.',
    link: 'Link',
    done: 'Done',
  },
  publication: {
    title: 'Public report',
    hint: 'At an address that everybody can read and search engines find. It shows the public copy as it was when it was published.',
    none: 'This report is not published.',
    publish: 'Publish',
    again: 'Publish as it stands now',
    published: 'The report is published.',
    withdraw: 'Withdraw',
    withdrawQuestion: {
      title: 'Withdraw this report?',
      words:
        'Its address says from now on that it was withdrawn. It can be published again as it stands then; the pages of its versions until now do not come back.',
      yes: 'Withdraw the report',
    },
    keep: 'Keep it',
    withdrawn: 'The report is withdrawn: its address says so.',
    isWithdrawn: 'It was withdrawn; its address says so.',
    first: 'published:',
    latest: 'changed last:',
    upTo: (seq: number) => `tells what happened up to event ${seq}`,
    newer: (count: number) => (count === 1 ? '1 change since then' : `${count} changes since then`),
    address: 'Address',
    embed: 'To embed it in a page',
    history: {
      title: 'History of this report',
      hint: 'Readers see it at the foot of the report, with what was put right and every earlier version.',
      version: (number: number) => `Version ${number}`,
      correction: 'Correction',
      states: {
        present: 'what the public reads now',
        taken_away: 'taken away:',
        withdrawn: 'withdrawn:',
        first: 'published first',
      },
      read: (number: number) => `Read version ${number}`,
      takeAway: 'Take away',
      takeAwayOf: (number: number) => `Take version ${number} away`,
      takenAwayOf: (number: number) => `Version ${number} is taken away. The history says so.`,
      question: (number: number) => ({
        title: `Take version ${number} away?`,
        words:
          'Its page is erased and cannot be brought back. The history that readers see says that it was taken away, and when.',
        yes: `Take version ${number} away`,
      }),
      forgotten: (count: number) =>
        count === 1 ? 'One earlier version is not kept.' : `${count} earlier versions are not kept.`,
    },
    correction: 'What is put right, in public words',
    correctionHint: 'Published with its date, together with the report as it stands now.',
    correct: 'Publish correction',
    corrected: 'The correction is published.',
    busy: 'Publishing …',
  },
};
