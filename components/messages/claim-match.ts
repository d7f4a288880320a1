/** Words of similar earlier claims and of evidence that is used again. */
export const claimMatch = {
  title: 'Similar earlier claims',
  loading: 'Looking for similar claims …',
  failed: (sentence: string) => `Similar claims could not be found: ${sentence}`,
  none: 'The archive has no similar claim.',
  likeness: (percent: number) => `${percent} % alike`,
  openMatch: (title: string) => `Open in “${title}”`,
  sealed: 'Its proposal is sealed until you have recorded your own second check.',
  outcome: (outcome: string) => `Outcome: ${outcome}`,
  verdict: (verdict: string) => `Verdict: ${verdict}`,
  noEvidence: 'No evidence.',
  choose: (title: string) => `Use “${title}” again`,
  reuse: (count: number) =>
    count === 0
      ? 'Reuse evidence'
      : count === 1
        ? 'Reuse 1 piece of evidence'
        : `Reuse ${count} pieces of evidence`,
  nothingChosen: 'Choose a piece of evidence first.',
  reused: (count: number) =>
    count === 1 ? '1 piece of evidence reused.' : `${count} pieces of evidence reused.`,
  keyReuse: 'reuse evidence',
  reusedFrom: 'Reused from',
  reusedFromEarlier: 'Reused from an earlier claim',
};
