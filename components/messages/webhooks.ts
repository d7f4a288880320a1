import type { HistoryKind } from '@/lib/domain/history';
import type { DeliveryProblem } from '@/lib/domain/webhook';

const kinds: Readonly<Record<HistoryKind, string>> = {
  marks: 'Marks',
  notes: 'Notes',
  evidence: 'Evidence',
  flags: 'Flags',
  check: 'Checks',
  threads: 'Discussion',
  session: 'Sessions',
  article: 'Articles',
};

const problems: Readonly<Record<DeliveryProblem, string>> = {
  refused: 'refused',
  unreachable: 'no answer',
};

/** Words of the page of webhooks. */
export const webhooks = {
  title: 'Webhooks',
  open: 'Webhooks …',
  hint: 'Programs that are told, by a signed request, when something happens on an article of the team. A request holds ids and no words: what it is about is read through the REST interface.',
  toTeam: 'Back to the team',
  list: 'Addresses that are told',
  none: 'No address is told of anything.',
  kinds,
  counts: (waiting: number, givenUp: number) =>
    [waiting === 0 ? '' : `${waiting} waiting`, givenUp === 0 ? '' : `${givenUp} given up`]
      .filter((part) => part !== '')
      .join(', '),
  lastTold: 'told last:',
  neverTold: 'not told yet',
  log: 'Log',
  pages: 'Pages of the log',
  older: 'Older',
  logFor: (address: string) => `Log of ${address}`,
  try: 'Try',
  tryFor: (address: string) => `Try ${address}`,
  tried: 'A try is on its way. It stands in the log.',
  remove: 'Remove',
  removeFor: (address: string) => `Remove ${address}`,
  removed: 'The address is told no more.',
  make: 'Add a webhook',
  makeTitle: 'Add a webhook',
  address: 'Address',
  addressHint: 'A public web address that takes POST with JSON.',
  what: 'What it is told of',
  submit: 'Add',
  busy: 'Adding …',
  made: 'It is told from now on. Copy the secret now: it is not shown again.',
  secret: 'Secret that signs each request',
  done: 'Done',
  deliveries: {
    caption: (address: string) => `What ${address} was told lately`,
    none: 'Nothing in the last 30 days.',
    when: 'When',
    what: 'What',
    tries: 'Tries',
    answer: 'Answer',
    delivered: (status: number) => `delivered, ${status}`,
    problems,
    failed: (problem: string, status: number | null) => (status === null ? problem : `${problem}, ${status}`),
    waiting: 'waiting',
    again: 'Send again',
    againQueued: 'It is sent again.',
  },
};
