/** Words of the review queue. */
export const queue = {
  title: 'Review queue',
  meta: (count: number) => (count === 1 ? '1 open flag' : `${count} open flags`),
  splits: {
    open: 'Open',
    mine: 'Mine',
    urgent: 'Urgent',
    looked: 'Looked at',
  },
  splitsLabel: 'Parts of the queue',
  list: 'Flagged claims',
  flag: (priority: string) => `${priority} priority`,
  place: (place: number, count: string) => `${place} of ${count}`,
  previous: 'Previous',
  next: 'Next',
  backToList: 'Back to the list',
  reason: 'Why it is flagged',
  raisedBy: (name: string) => `Flagged by ${name}`,
  lookedBy: (name: string) => `Looked at by ${name}`,
  lookedWithout: 'Without a note.',
  notes: (count: number) =>
    count === 0
      ? 'No verification note'
      : count === 1
        ? '1 verification note'
        : `${count} verification notes`,
  evidence: (count: number) =>
    count === 0 ? 'no evidence' : count === 1 ? '1 piece of evidence' : `${count} pieces of evidence`,
  wayBack: 'Review queue',
  openInArticle: 'Open in article',
  lookNote: 'What did you find?',
  lookNoteHint: 'Stays with the flag. Ctrl or Cmd + Enter finishes.',
  look: 'Looked at',
  reopen: 'Open again',
  looked: 'Looked at.',
  reopened: 'Open again.',
  undone: 'Taken back.',
  refused: (sentence: string) => `Not saved: ${sentence}`,
  showMore: 'Show more',
  keyMove: 'move',
  keyOpen: 'open in article',
  keyLook: 'looked at',
  keyReopen: 'open again',
  keyBack: 'list',
  keyUndo: 'undo',
  announce: (place: string, priority: string, quote: string, article: string) =>
    `${place}. ${priority} priority. “${quote}” in ${article}.`,
  empty: {
    open: {
      title: 'Nothing waits for a look',
      body: 'When somebody flags a claim in an article, it comes here, the most urgent first.',
    },
    mine: {
      title: 'You have flagged nothing that is still open',
      body: 'In an article, open a card and flag it when somebody must look at the claim.',
    },
    urgent: { title: 'Nothing is urgent', body: 'Flags with the priority “Urgent” stand here.' },
    looked: {
      title: 'Nobody has looked at a flag yet',
      body: 'What is finished with “Looked at” stays here, with its note.',
    },
  },
  toArticles: 'Go to the articles',
};
