import 'server-only';
import { z } from 'zod';
import { claimTypes } from '@/lib/domain/annotation';
import { recheckIntervals } from '@/lib/domain/capture';
import { historyKinds } from '@/lib/domain/history';
import { mailModes, notificationKinds } from '@/lib/domain/notification';
import { roles } from '@/lib/domain/team';
import { tokenScopes } from '@/lib/domain/token-scope';
import { scaleStepSchema } from '@/lib/domain/verdict-schema';
import { deliveryProblems } from '@/lib/domain/webhook';
import { personShape } from './shapes';

const id = z.uuid();
const instant = z.iso.datetime();
const version = z.int().min(1);
const count = z.int().min(0);

/** What REST v1 answers about oneself, the team, its rules and scales, and its webhooks. */
export const meShape = z.strictObject({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  scope: z.enum(tokenScopes).nullable().describe('What the token may do; null for a browser.'),
  team: z.strictObject({ id, name: z.string() }),
  teams: z
    .array(z.strictObject({ id, name: z.string(), role: z.enum(roles) }))
    .describe('All that you work in. A token acts in one of them.'),
});

export const notificationSettingsShape = z.strictObject({
  mutedKinds: z.array(z.enum(notificationKinds)),
  mail: z.enum(mailModes),
});

export const teamRulesShape = z.strictObject({
  isBlind: z
    .boolean()
    .describe('Whether a second checker sees a proposal only after an outcome of their own.'),
  usesAdmiraltyCode: z.boolean().describe('Whether evidence is graded by reliability and credibility.'),
  recheckDays: z
    .literal(recheckIntervals)
    .nullable()
    .describe('After how many days pages of evidence are looked at again; null never.'),
  scaleId: id.describe('The scale that verdicts are given on.'),
  ownersNeedSecondFactor: z.boolean(),
});

export const memberShape = personShape
  .extend({
    email: z.string(),
    role: z.enum(roles),
    joinedAt: instant,
    disabledAt: instant.nullable(),
    lastSeenAt: instant.nullable(),
    beat: z.strictObject({ types: z.array(z.enum(claimTypes)), topics: z.array(z.string()) }),
  })
  .strict();
export const scaleShape = z.strictObject({
  id,
  version,
  name: z.string(),
  steps: z.array(scaleStepSchema),
  createdAt: instant,
});
export const scaleLineShape = scaleShape
  .extend({ isPreset: z.boolean(), isChosen: z.boolean(), isArchived: z.boolean() })
  .strict();

export const invitationLineShape = z.strictObject({
  id,
  email: z.string(),
  name: z.string(),
  role: z.enum(roles),
  expiresAt: instant,
});

export const teamShape = z.strictObject({
  id,
  name: z.string(),
  me: z.strictObject({ id, role: z.enum(roles) }),
  members: z.array(memberShape),
  invitations: z.array(invitationLineShape),
  isBlind: z
    .boolean()
    .describe('Whether a second checker sees a proposal only after an outcome of their own.'),
  scales: z.array(scaleLineShape).describe('What a verdict can be chosen from.'),
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
