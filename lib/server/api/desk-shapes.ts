import 'server-only';
import { z } from 'zod';
import { flagPriorities, marks } from '@/lib/domain/annotation';
import { checkPriorities, checkStatuses, outcomes } from '@/lib/domain/check';
import { notificationKinds } from '@/lib/domain/notification';
import { queueLookSchema, queueSplits } from '@/lib/domain/queue';
import { verdictSchema } from '@/lib/domain/verdict-schema';
import { personShape } from './shapes';

const id = z.uuid();
const instant = z.iso.datetime();
const version = z.int().min(1);
const count = z.int().min(0);
const mark = z.enum(marks);
const status = z.enum(checkStatuses);

/** What REST v1 answers about the review queue, sessions, the inbox and the figures. */
export const queueItemShape = z.strictObject({
  key: z.string(),
  annotationId: id,
  articleId: id,
  articleTitle: z.string(),
  mark,
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  flag: z
    .strictObject({
      id,
      version,
      reason: z.string(),
      priority: z.enum(flagPriorities),
      raisedBy: personShape,
      raisedAt: instant,
      looked: z.strictObject({ by: personShape, at: instant, note: z.string() }).nullable(),
    })
    .nullable(),
  checkVersion: count,
  status,
  planPriority: z.enum(checkPriorities),
  priority: z.enum(checkPriorities),
  assignee: personShape.nullable(),
  holder: personShape.nullable(),
  proposer: personShape.nullable(),
  outcome: z.enum(outcomes).nullable(),
  isSealed: z.boolean().describe('A proposal is there that you may not see yet.'),
  dueAt: instant.nullable(),
  since: instant,
  signedOffAt: instant.nullable(),
  snoozedUntil: instant.nullable(),
  noteCount: count,
  evidenceCount: count,
});

export const queueCountsShape = z.record(z.enum(queueSplits), count);
export const savedViewShape = z.strictObject({ id, name: z.string(), look: queueLookSchema });

const tally = z.strictObject({ decided: count, total: count });
const sessionShape = z.strictObject({
  id,
  goal: z.string(),
  deadlineAt: instant.nullable(),
  participantIds: z.array(id),
  firstCome: z.boolean(),
  openedById: id,
  openedAt: instant,
  openedSeq: z.int().min(1),
  coverageAtOpen: tally,
  frozenAt: instant.nullable(),
  closing: z
    .strictObject({ byId: id, at: instant, seq: z.int().min(1), conclusion: z.string(), coverage: tally })
    .nullable(),
  version,
});
export const sessionLineShape = z.strictObject({
  session: sessionShape,
  article: z.strictObject({ id, title: z.string() }),
  participants: z.array(personShape),
});
export const foundSessionShape = z.strictObject({
  session: sessionShape,
  articleId: id,
  isLatest: z.boolean(),
});

const vote = z.strictObject({
  byId: id,
  at: instant,
  outcome: z.enum(outcomes),
  verdict: verdictSchema.nullable(),
  note: z.string(),
});
const sealedVote = z.strictObject({ sealed: z.literal(true), byId: id, at: instant });
export const ballotShape = z.strictObject({
  id,
  sessionId: id,
  annotationId: id,
  rounds: z.array(
    z.strictObject({
      calledById: id,
      calledAt: instant,
      voterIds: z.array(id),
      votes: z.array(z.union([vote, sealedVote])).describe('Sealed until all have voted or it was revealed.'),
      revealed: z
        .strictObject({ byId: id.nullable().describe('Null: all had voted.'), at: instant })
        .nullable(),
    }),
  ),
  version,
});

export const inboxItemShape = z.strictObject({
  id,
  kind: z.enum(notificationKinds),
  at: instant,
  readAt: instant.nullable(),
  actor: personShape,
  articleId: id,
  articleTitle: z.string(),
  isArticleMuted: z.boolean(),
  sessionId: id.nullable(),
  annotation: z.strictObject({ id, mark, exact: z.string() }).nullable(),
  words: z.string().nullable(),
  export: z.strictObject({ id, fileName: z.string(), bytes: count }).nullable(),
});
export const inboxShape = z.strictObject({
  items: z.array(inboxItemShape),
  next: z.string().nullable(),
  unread: count,
});
export const inboxAnswerShape = z.strictObject({ unread: count, at: instant.optional() });

/** The figures of the dashboard; their parts are those of the page. */
export const dashboardShape = z.looseObject({ articles: count, title: z.string().nullable() });
