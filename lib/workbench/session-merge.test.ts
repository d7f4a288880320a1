import { expect, it } from 'vitest';
import type { SessionFields } from '@/lib/domain/session';
import { mergeSession, type SessionMerge } from './session-merge';

const base: SessionFields = {
  goal: 'Ready for print',
  deadlineAt: '2026-03-03T14:00:00.000Z',
  participantIds: ['ada', 'bob'],
  firstCome: false,
};
const none = { changes: {}, clashes: [] };

it.each<[string, Partial<SessionFields>, Partial<SessionFields>, SessionMerge]>([
  ['nothing', {}, {}, none],
  ['nothing of mine', {}, { goal: 'Ready for the web', participantIds: ['ada'] }, none],
  ['only mine', { goal: 'Ready' }, { deadlineAt: null }, { changes: { goal: 'Ready' }, clashes: [] }],
  ['the same', { goal: 'Ready' }, { goal: 'Ready' }, none],
  ['two goals', { goal: 'Ready' }, { goal: 'Done' }, { changes: { goal: 'Ready' }, clashes: ['goal'] }],
  [
    'two deadlines',
    { deadlineAt: null },
    { deadlineAt: '2026-03-04T14:00:00.000Z' },
    { changes: { deadlineAt: null }, clashes: ['deadlineAt'] },
  ],
  [
    'somebody who joined while I invited another',
    { participantIds: ['ada', 'bob', 'cleo'] },
    { participantIds: ['ada', 'bob', 'dan'] },
    { changes: { participantIds: ['ada', 'bob', 'dan', 'cleo'] }, clashes: [] },
  ],
  [
    'somebody who joined while I took another out',
    { participantIds: ['ada'] },
    { participantIds: ['ada', 'bob', 'dan'] },
    { changes: { participantIds: ['ada', 'dan'] }, clashes: [] },
  ],
  ['somebody whom both took out', { participantIds: ['ada'] }, { participantIds: ['ada'] }, none],
  [
    'somebody whom both invited',
    { participantIds: ['ada', 'bob', 'cleo'] },
    { participantIds: ['ada', 'bob', 'cleo'] },
    none,
  ],
])('joins %s', (_what, mine, theirs, merged) => {
  expect(mergeSession(base, { ...base, ...mine }, { ...base, ...theirs })).toEqual(merged);
});
