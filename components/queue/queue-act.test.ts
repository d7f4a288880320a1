import { expect, it } from 'vitest';
import type { QueueItem } from '@/lib/domain/queue';
import { commandsOf, fits, undoCommandsOf } from './queue-act';

const annotationId = 'a1';
const item: QueueItem = {
  key: annotationId,
  annotationId,
  articleId: 'b1',
  articleTitle: 'Harbour',
  mark: 'claim',
  exact: 'The port grew.',
  prefix: '',
  suffix: '',
  flag: {
    id: 'f1',
    version: 3,
    reason: 'Look.',
    priority: 'high',
    raisedBy: { id: 'p1', name: 'Rhea' },
    raisedAt: '2026-03-01T00:00:00.000Z',
    looked: null,
  },
  checkVersion: 5,
  status: 'assigned',
  planPriority: 'normal',
  priority: 'high',
  assignee: { id: 'p2', name: 'Omar' },
  holder: null,
  proposer: null,
  outcome: null,
  isSealed: false,
  dueAt: '2026-03-05T00:00:00.000Z',
  since: '2026-03-01T00:00:00.000Z',
  signedOffAt: null,
  snoozedUntil: null,
  noteCount: 0,
  evidenceCount: 0,
};

it('plans the check with the version that was read, or the later one that own acts gave', () => {
  expect(commandsOf({ kind: 'assign', assigneeId: 'p9' }, item)).toEqual([
    { type: 'check.plan', annotationId, version: 5, changes: { assigneeId: 'p9' } },
  ]);
  expect(commandsOf({ kind: 'due', dueAt: null }, item, { check: 8 })).toEqual([
    { type: 'check.plan', annotationId, version: 8, changes: { dueAt: null } },
  ]);
});

it('sets the priority of the plan and of the flag, and gives each its own back', () => {
  const act = { kind: 'priority', priority: 'low' } as const;
  const flag = { type: 'flag.change', annotationId, flagId: 'f1' } as const;
  expect(commandsOf(act, item)).toEqual([
    { type: 'check.plan', annotationId, version: 5, changes: { priority: 'low' } },
    { ...flag, version: 3, changes: { priority: 'low' } },
  ]);
  expect(undoCommandsOf(act, item, { check: 6, flag: 4 })).toEqual([
    { type: 'check.plan', annotationId, version: 6, changes: { priority: 'normal' } },
    { ...flag, version: 4, changes: { priority: 'high' } },
  ]);
  expect(commandsOf(act, { ...item, mark: 'opinion' })).toEqual([
    { ...flag, version: 3, changes: { priority: 'low' } },
  ]);
});

it('takes back an assignment, a due time and a look', () => {
  const seen = { check: 6, flag: 4 };
  expect(undoCommandsOf({ kind: 'assign', assigneeId: null }, item, seen)).toEqual([
    { type: 'check.plan', annotationId, version: 6, changes: { assigneeId: 'p2' } },
  ]);
  expect(undoCommandsOf({ kind: 'due', dueAt: null }, item, seen)).toEqual([
    { type: 'check.plan', annotationId, version: 6, changes: { dueAt: item.dueAt } },
  ]);
  expect(undoCommandsOf({ kind: 'look', note: 'Fine.' }, item, seen)).toEqual([
    { type: 'flag.reopen', annotationId, flagId: 'f1', version: 4 },
  ]);
});

it('knows that only an open flag can be looked at, and only one that was looked at opened again', () => {
  const looked = { by: { id: 'p1', name: 'Rhea' }, at: item.since, note: '' };
  const finished = { ...item, flag: item.flag && { ...item.flag, looked } };
  const look = { kind: 'look', note: '' } as const;
  expect([item, { ...item, flag: null }, finished].map((one) => fits(look, one))).toEqual([
    true,
    false,
    false,
  ]);
  expect([item, finished].map((one) => fits({ kind: 'reopen' }, one))).toEqual([false, true]);
  expect(fits({ kind: 'snooze', until: null }, { ...item, flag: null })).toBe(true);
});
