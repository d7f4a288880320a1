const claims = (count: number): string => (count === 1 ? '1 claim' : `${count} claims`);

/** Words of splitting an article's open claims among people. */
export const handOut = {
  open: 'Hand out claims',
  title: 'Hand out the open claims',
  loading: 'Reading the claims of the article …',
  standing: (free: number, taken: number) =>
    [
      `${claims(free)} ${free === 1 ? 'has' : 'have'} nobody yet.`,
      ...(taken === 0
        ? []
        : [taken === 1 ? '1 is taken and stays as it is.' : `${taken} are taken and stay as they are.`]),
    ].join(' '),
  nothingFree: 'Every open claim of this article has somebody already.',
  how: 'How',
  evenly: 'Evenly',
  byBeat: 'By beat',
  byBeatHint: 'To whom a claim fits by kind and topic; beats are written down on the team page.',
  byNumber: 'By number',
  evenlyHint: 'Whoever has fewer claims of this article gets more.',
  people: 'Who checks',
  numberFor: (name: string) => `Claims for ${name}`,
  preview: 'Who gets what',
  gets: (name: string, count: number) => `${name}: ${count === 0 ? 'nothing' : claims(count)}`,
  left: (count: number) => `${claims(count)} ${count === 1 ? 'stays' : 'stay'} without anybody.`,
  submit: (count: number) => (count === 0 ? 'Hand out' : `Hand out ${claims(count)}`),
  nobodyGets: 'Nobody gets a claim this way.',
  cancel: 'Cancel',
  close: 'Close',
  done: (count: number) => `${claims(count)} handed out.`,
  undone: 'Handed back.',
  failures: (count: number) => `${claims(count)} could not be handed out:`,
};
