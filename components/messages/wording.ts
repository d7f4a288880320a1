/** Words for a change of wording, said as well as coloured. */
export const wording = {
  removed: 'Taken out: ',
  added: 'Put in: ',
  before: 'Before',
  after: 'After',
} as const;
