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
  headline: 'The headline',
  headlineHint: 'What is ticked is changed in the details of the article. The text stays as it is.',
  conflict: (sent: string) =>
    `The headline was changed here as well since the file went out. It went out as “${sent}”.`,
  formatting: 'Changes of formatting',
  formattingHint:
    'The words stay as they are. What an article does not know, such as colours and fonts, is not listed.',
  formattingKinds: { tracked: 'Tracked change', untracked: 'Changed without a trace' },
  unplacedFormatting: 'Changes of formatting that are not made',
  marks: {
    bold: ['Bold', 'No longer bold'],
    italic: ['Italic', 'No longer italic'],
    underline: ['Underlined', 'No longer underlined'],
    strike: ['Struck through', 'No longer struck through'],
    superscript: ['Raised', 'No longer raised'],
    subscript: ['Lowered', 'No longer lowered'],
  },
  link: {
    added: (href: string) => `Link to ${href}`,
    removed: (href: string) => `No longer a link to ${href}`,
  },
  becomes: (before: string, after: string) => `${before} → ${after}`,
  blocks: {
    paragraph: 'Paragraph',
    heading1: 'Heading 1',
    heading2: 'Heading 2',
    heading3: 'Heading 3',
    heading4: 'Heading 4',
    heading5: 'Heading 5',
    heading6: 'Heading 6',
    codeBlock: 'Code',
  },
  lists: { bulletList: 'Item of a list', orderedList: 'Item of a numbered list', none: 'No item of a list' },
  quote: ['Quotation', 'No longer a quotation'],
  by: (names: readonly string[], day: string | null) =>
    [names.join(', '), day].filter((part) => part !== null && part !== '').join(', '),
  removed: 'Removed: ',
  added: 'Added: ',
  paragraph: '¶ ',
  reason: 'Reason for the new revision',
  reasonHint: 'Stands in the history of the article. Without one it says who changed the text in Word.',
  count: (count: number) => counted(count, 'change of the text', 'changes of the text'),
  formattingCount: (count: number) => counted(count, 'change of formatting', 'changes of formatting'),
  headlineCount: (count: number) => counted(count, 'changed headline', 'changed headlines'),
  /** The headline counts as a change, and alone makes no revision. */
  apply: (items: number, changes: number, hasHeadline: boolean) =>
    items === 0
      ? hasHeadline
        ? changes === 1
          ? 'Change the headline'
          : `Save ${counted(changes, 'change', 'changes')}`
        : `Save ${counted(changes, 'change', 'changes')} as a revision`
      : `Bring ${items.toLocaleString('en')} in and save ${counted(changes, 'change', 'changes')}`,
  present: 'In the text already',
  unplaced: 'Changes without a place',
  unplacedHint: 'They are not made. Their words stay here to be copied.',
  suggestions: 'Suggested wordings that were not taken over',
  open: 'still open in the file',
  declined: 'declined in Word',
  saved: (revision: number, count: number) =>
    `${counted(count, 'change is', 'changes are')} in revision ${revision}.`,
  headlineSaved: 'The headline is changed.',
  headlineNotSaved: (why: string) => `The headline was not changed. ${why}`,
  notSaved: (why: string) => `The text was not changed. ${why}`,
  changed: (count: number) =>
    `${counted(count, 'change was', 'changes were')} left out, because the text is another one by now.`,
  compare: 'Compare the revisions',
};
