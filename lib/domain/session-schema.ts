import { z } from 'zod';
import { outcomes } from './check';
import { idSchema } from './ids';
import { verdictChoiceSchema } from './verdict-schema';

/** Most people who can take part in one session. */
export const mostParticipants = 200;
/** Longest time, in minutes, between the last call and the freeze. */
export const longestLastCall = 120;

/** What an editor says when a session is opened, and may change while it is open. */
export const sessionFieldsSchema = z.strictObject({
  goal: z.string().trim().min(1, 'Say what the session is for.').max(500),
  deadlineAt: z.iso.datetime().nullable(),
  participantIds: z.array(idSchema).max(mostParticipants),
  /** Claims that nobody has are on offer: whoever takes one first has it. */
  firstCome: z.boolean(),
});

/** What somebody votes on a claim. */
export const voteFieldsSchema = z.strictObject({
  outcome: z.enum(outcomes, 'Choose an outcome.'),
  verdict: verdictChoiceSchema.nullable(),
  note: z.string().trim().max(2_000),
});

/** What an editor writes down at the end: what was decided, in words. May be empty. */
export const conclusionSchema = z.string().trim().max(5_000);
