/** Words of confidential contacts. */
export const contacts = {
  title: 'Confidential contacts',
  meta: (count: number) => (count === 1 ? '1 you may see' : `${count} you may see`),
  places: 'Library',
  sources: 'Sources',
  list: 'Contacts you may see',
  listHint: 'Only who wrote a contact down and whom they named sees it here. Owners do not see more.',
  none: 'There is no contact that you may see.',
  add: 'New contact',
  addHint:
    'Name and details are kept locked. Colleagues see “a confidential contact” on evidence, and no report ever names them.',
  name: 'Name',
  nameHint: 'Or what you call them.',
  details: 'Details',
  detailsHint: 'How to reach them, what was agreed.',
  visibleTo: 'Also seen by',
  visibleToHint: 'You always see what you wrote down.',
  nobodyElse: 'Nobody else is in the team.',
  save: 'Save contact',
  busy: 'Saving…',
  saved: 'The contact is saved.',
  edit: 'Change',
  seenBy: (names: string) => (names === '' ? 'seen by you alone' : `also seen by ${names}`),
  writtenBy: (name: string) => `written down by ${name}`,
  uses: (count: number) =>
    count === 0
      ? 'no evidence names it'
      : count === 1
        ? '1 piece of evidence names it'
        : `${count} pieces of evidence name it`,
  someone: 'a confidential contact',
  of: (name: string) => `Contact: ${name}`,
  choose: 'Confidential contact',
  chooseNone: 'None',
};
