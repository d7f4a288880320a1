/** Words of the right-of-reply log. */
export const replies = {
  title: 'Right of reply',
  open: (count: number, overdue: number) =>
    count === 0
      ? 'Right of reply'
      : overdue === 0
        ? `Right of reply, ${count} in the log`
        : `Right of reply, ${count} in the log, ${overdue} overdue`,
  lead: 'Who was asked about what the article says of them, until when, and what came back. Lines are corrected, never taken out.',
  list: 'The log',
  none: 'Nobody has been asked yet.',
  add: 'Ask somebody',
  addForm: 'Request for a reply',
  changeForm: 'Correct the request',
  answerForm: 'What came back',
  party: 'Who was asked',
  question: 'What was put to them',
  askedOn: 'Asked on',
  way: 'How',
  deadlineOn: 'Deadline',
  save: 'Save',
  outcome: 'What came of it',
  words: 'Their words',
  answeredOn: 'On',
  answer: 'Write down the reply',
  changeAnswer: 'Correct the reply',
  takeBack: 'Take the reply back',
  change: 'Correct the request',
  clash: (field: string) => `Somebody changed this meanwhile: ${field}`,
  clashBelow: 'The history of the article keeps what stood there before each change.',
  clashFirst: 'Somebody else has changed this too. Choose above what stands, then save again.',
  standing: {
    waiting: 'Waiting',
    overdue: 'Overdue',
    answered: 'Answered',
    declined: 'Declined to answer',
    no_reply: 'No reply',
  },
  overdueSince: (day: string) => `overdue since ${day}`,
  asked: (day: string, way: string, name: string) => `Asked on ${day} by ${name} · ${way}`,
  until: (day: string) => `until ${day}`,
  came: (day: string, name: string) => `on ${day}, written down by ${name}`,
};
