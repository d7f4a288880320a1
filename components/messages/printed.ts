/** Words of the annotations that are printed below an article. */
export const printed = {
  title: 'Annotations',
  orphaned: 'not in the text any more',
  wording: 'Suggested wording',
  flag: 'Flag',
  evidence: 'Evidence',
  confidential: 'confidential',
  open: 'open author query',
};
