/** Words about changes that were refused. Imported by their dialog alone, so that they come with it. */
export const refusals = {
  title: 'Not saved',
  intro: 'These changes were refused. What was typed is kept here until you dismiss it.',
  dismiss: 'Dismiss',
  kept: 'Kept text',
  /** Somebody was quicker with the same choice. */
  overtaken: (name: string) => `${name} changed this meanwhile.`,
  someone: 'Somebody',
  now: (quote: string, mark: string) => `“${quote}” is marked as ${mark.toLowerCase()} now.`,
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  markOf: (mark: string) => `Mark: ${mark}`,
  deletion: 'A deletion',
  kinds: {
    annotation: 'A change of an annotation',
    note: 'A verification note',
    evidence: 'A piece of evidence',
    flag: 'A flag',
    check: 'A step of a check',
    article: 'A change of the article',
  },
};
