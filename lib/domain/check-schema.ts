import { z } from 'zod';
import {
  checkDepths,
  checkPriorities,
  checkStatuses,
  confidences,
  outcomes,
  riskFlags,
  waitingReasons,
} from './check';
import { idSchema } from './ids';
import { verdictChoiceSchema, verdictSchema } from './verdict-schema';

const instantSchema = z.iso.datetime();

/** Who is to check the claim, by when, how deep and with what risk. */
export const checkPlanSchema = z.strictObject({
  assigneeId: idSchema.nullable(),
  priority: z.enum(checkPriorities),
  dueAt: instantSchema.nullable(),
  depth: z.enum(checkDepths),
  riskFlags: z.array(z.enum(riskFlags)).max(riskFlags.length),
});

const words = (most: number) => z.string().trim().max(most);
const reason = words(2_000).min(1, 'Say why.');
export const reasonSchema = reason;

const proposalShape = {
  outcome: z.enum(outcomes, 'Choose an outcome.'),
  /** The correction proposed for the passage, whole. */
  suggestedWording: words(10_000).nullable(),
  /** For `incorrect` without a change: why the text stays as it is, and who said so. */
  refusal: words(2_000).nullable(),
  /** For `on_author`: why the writer answers for it. */
  onAuthorReason: words(2_000).nullable(),
  /** For `unverifiable`: what was tried. */
  tried: words(5_000).nullable(),
  /** How the checker came to it. */
  rationale: words(10_000),
  confidence: z.enum(confidences).nullable(),
  confidenceReason: words(1_000).nullable(),
};

/** What a proposer writes down. */
export const proposalFieldsSchema = z.strictObject({
  ...proposalShape,
  verdict: verdictChoiceSchema.nullable(),
});

const said = { byId: idSchema, at: instantSchema };

export const proposalSchema = z.strictObject({
  ...proposalShape,
  verdict: verdictSchema.nullable(),
  ...said,
  revisionId: idSchema,
  /** Who proposed it at first, where somebody has checked it again after a change. */
  first: z.strictObject(said).optional(),
  /** Whose proposals it takes in beside its author’s own, and when they were made: its proposers too. */
  joined: z.array(z.strictObject(said)).optional(),
  /** Who has seen it, where the rest of the check does not tell any more; nobody of them is blind to it. */
  seenBy: z.union([z.literal('everybody'), z.array(idSchema)]).optional(),
});

export const sealedSchema = z.strictObject({ sealed: z.literal(true), ...said });

/** What a second checker records before anything is compared. */
export const secondCheckFieldsSchema = z.strictObject({
  outcome: z.enum(outcomes, 'Choose an outcome.'),
  verdict: verdictChoiceSchema.nullable(),
  note: words(5_000),
  /** Where the second checker would change the text too. */
  suggestedWording: words(10_000).nullable(),
});

export const secondCheckSchema = z.strictObject({
  id: idSchema,
  outcome: z.enum(outcomes),
  verdict: verdictSchema.nullable(),
  note: words(5_000),
  suggestedWording: words(10_000).nullable(),
  byId: idSchema,
  at: instantSchema,
  /** Recorded without having seen the proposal. */
  isBlind: z.boolean(),
});

/** The whole check of one annotation as it stands. Schema of the stored form, of events and of Galley files. */
export const checkSchema = z.strictObject({
  status: z.enum(checkStatuses),
  version: z.int().min(1),
  plan: checkPlanSchema,
  /** Who is on this claim now. */
  holder: z.strictObject(said).nullable(),
  waiting: z.strictObject({ ...said, on: z.enum(waitingReasons), reason: z.string() }).nullable(),
  proposal: z.union([proposalSchema, sealedSchema]).nullable(),
  secondChecks: z.array(z.union([secondCheckSchema, sealedSchema])),
  dispute: z.strictObject({ ...said, reason: z.string() }).nullable(),
  /** An editor's decision of a dispute; `overruled` keeps the proposal that did not stand. */
  decision: z.strictObject({ ...said, note: z.string(), overruled: proposalSchema.nullable() }).nullable(),
  /** Binds to the revision and to a hash of passage, outcome, verdict, wording and evidence (`boundContent`). */
  signOff: z.strictObject({ ...said, revisionId: idSchema, hash: z.string() }).nullable(),
  /** What changed after a second check or a sign-off, by whom. */
  staleness: z.strictObject({ ...said, cause: z.string(), detail: z.string() }).nullable(),
  reopened: z.strictObject({ ...said, reason: z.string() }).nullable(),
});
