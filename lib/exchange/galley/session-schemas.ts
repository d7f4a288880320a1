import { z } from 'zod';
import { outcomes } from '@/lib/domain/check';
import { idSchema } from '@/lib/domain/ids';
import { mostParticipants } from '@/lib/domain/session-schema';
import { verdictSchema } from '@/lib/domain/verdict-schema';
import { instantSchema, versionSchema } from './part-schemas';

const tallySchema = z.strictObject({ decided: z.int().min(0), total: z.int().min(0) });

/** What an editor said of a session, as it is kept. */
export const sessionFieldsShape = {
  goal: z.string().max(500),
  deadlineAt: instantSchema.nullable(),
  participantIds: z.array(idSchema).max(mostParticipants),
  firstCome: z.boolean(),
};

export const sessionSchema = z.strictObject({
  ...sessionFieldsShape,
  id: idSchema,
  openedById: idSchema,
  openedAt: instantSchema,
  openedSeq: z.int().min(1),
  coverageAtOpen: tallySchema,
  frozenAt: instantSchema.nullable(),
  closing: z
    .strictObject({
      byId: idSchema,
      at: instantSchema,
      seq: z.int().min(1),
      conclusion: z.string().max(5_000),
      coverage: tallySchema,
    })
    .nullable(),
  version: versionSchema,
});

const voteSchema = z.strictObject({
  byId: idSchema,
  at: instantSchema,
  outcome: z.enum(outcomes),
  verdict: verdictSchema.nullable(),
  note: z.string().max(2_000),
});
/** A vote that whoever wrote the file could not see yet. */
const sealedVoteSchema = z.strictObject({ sealed: z.literal(true), byId: idSchema, at: instantSchema });

export const ballotSchema = z.strictObject({
  id: idSchema,
  sessionId: idSchema,
  annotationId: idSchema,
  rounds: z
    .array(
      z.strictObject({
        calledById: idSchema,
        calledAt: instantSchema,
        voterIds: z.array(idSchema).max(mostParticipants),
        votes: z.array(z.union([voteSchema, sealedVoteSchema])).max(mostParticipants),
        revealed: z.strictObject({ byId: idSchema.nullable(), at: instantSchema }).nullable(),
      }),
    )
    .min(1)
    .max(1_000),
  version: versionSchema,
});

/** How long claims were held, by the ids of the claims. */
export const clocksSchema = z.record(
  idSchema,
  z.strictObject({ heldMs: z.number().min(0), since: instantSchema.nullable() }),
);
