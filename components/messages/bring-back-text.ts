const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** Words for the changes that a Word report brings back to the text. */
export const bringBackText = {
  title: 'Changes of the text',
  hint: 'What is ticked becomes one new revision. Untracked changes are not ticked: nobody has marked them as meant.',
  mayNot:
    'Only an editor or the owner changes the text. You can bring the comments in, and give the file to an editor for these. Nothing comes in twice.',
  kinds: {
    tracked: 'Tracked change',
    moved: 'Moved',
    accepted: 'Suggested wording, accepted in Word',
    untracked: 'Changed without a trace',
  },
  by: (names: readonly string[], day: string | null) =>
    [names.join(', '), day].filter((part) => part !== null && part !== '').join(', '),
  removed: 'Removed: ',
  added: 'Added: ',
  paragraph: '¶ ',
  reason: 'Reason for the new revision',
  reasonHint: 'Stands in the history of the article. Without one it says who changed the text in Word.',
  count: (count: number) => counted(count, 'change of the text', 'changes of the text'),
  apply: (items: number, changes: number) =>
    items === 0
      ? `Save ${counted(changes, 'change', 'changes')} as a revision`
      : `Bring ${items.toLocaleString('en')} in and save ${counted(changes, 'change', 'changes')}`,
  present: 'In the text already',
  unplaced: 'Changes without a place',
  unplacedHint: 'They are not made. Their words stay here to be copied.',
  suggestions: 'Suggested wordings that were not taken over',
  open: 'still open in the file',
  declined: 'declined in Word',
  saved: (revision: number, count: number) =>
    `${counted(count, 'change is', 'changes are')} in revision ${revision}.`,
  notSaved: (why: string) => `The text was not changed. ${why}`,
  changed: (count: number) =>
    `${counted(count, 'change was', 'changes were')} left out, because the text is another one by now.`,
  compare: 'Compare the revisions',
};
