import 'server-only';
import { z } from 'zod';
import { claimTypes, flagPriorities, marks } from '@/lib/domain/annotation';
import { checkPriorities, checkStatuses, outcomes } from '@/lib/domain/check';
import { historyKinds } from '@/lib/domain/history';
import { notificationKinds } from '@/lib/domain/notification';
import { queueLookSchema, queueSplits } from '@/lib/domain/queue';
import { roles } from '@/lib/domain/team';
import { scaleStepSchema } from '@/lib/domain/verdict-schema';
import { deliveryProblems } from '@/lib/domain/webhook';
import { personShape } from './shapes';

const id = z.uuid();
const instant = z.iso.datetime();
const version = z.int().min(1);
const count = z.int().min(0);
const mark = z.enum(marks);
const status = z.enum(checkStatuses);

/** What REST v1 answers about the review queue, sessions, the inbox, the team and its webhooks. */
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
export const sessionShape = z.strictObject({
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

const memberShape = personShape
  .extend({
    email: z.string(),
    role: z.enum(roles),
    joinedAt: instant,
    disabledAt: instant.nullable(),
    lastSeenAt: instant.nullable(),
    beat: z.strictObject({ types: z.array(z.enum(claimTypes)), topics: z.array(z.string()) }),
  })
  .strict();
const scaleShape = z.strictObject({
  id,
  version,
  name: z.string(),
  steps: z.array(scaleStepSchema),
  createdAt: instant,
  isPreset: z.boolean(),
  isChosen: z.boolean(),
  isArchived: z.boolean(),
});
export const teamShape = z.strictObject({
  id,
  name: z.string(),
  me: z.strictObject({ id, role: z.enum(roles) }),
  members: z.array(memberShape),
  invitations: z.array(
    z.strictObject({
      id,
      email: z.string(),
      name: z.string(),
      role: z.enum(roles),
      expiresAt: instant,
    }),
  ),
  isBlind: z
    .boolean()
    .describe('Whether a second checker sees a proposal only after an outcome of their own.'),
  scales: z.array(scaleShape).describe('What a verdict can be chosen from.'),
});
export const invitationShape = z.strictObject({
  invitationUrl: z.url().describe('Lets its receiver in once, within seven days. Shown now and never again.'),
});

export const webhookShape = z.strictObject({
  id,
  address: z.string(),
  kinds: z.array(z.enum(historyKinds)),
  createdAt: instant,
  waiting: count,
  givenUp: count,
  lastDeliveredAt: instant.nullable(),
});
export const webhookSecretShape = z.strictObject({
  secret: z.string().describe('Signs each telling. Shown now and never again.'),
});
export const deliveryShape = z.strictObject({
  id,
  type: z.string(),
  articleId: id.nullable(),
  seq: z.int().nullable(),
  createdAt: instant,
  tries: count,
  status: z.int().nullable().describe('The HTTP status of the answer to the latest try.'),
  problem: z.enum(deliveryProblems).nullable(),
  deliveredAt: instant.nullable(),
  nextAt: instant.nullable(),
});

/** The figures of the dashboard; their parts are those of the page. */
export const dashboardShape = z.looseObject({ articles: count, title: z.string().nullable() });
