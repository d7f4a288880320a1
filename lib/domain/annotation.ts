import type { z } from 'zod';
import type { Anchor } from './anchor';
import type { claimFieldsSchema, flagFieldsSchema } from './annotation-schema';
import type { Check } from './check';
import type { Evidence } from './evidence';
import type { Instant } from './ids';
import type { RichText } from './rich-text';
import type { Thread } from './thread';

export const marks = ['claim', 'opinion', 'sourced_fact', 'no_fact'] as const;
export type Mark = (typeof marks)[number];

export const claimTypes = [
  'statistic',
  'comparison',
  'temporal',
  'interval',
  'quote',
  'event',
  'property',
  'causal',
  'rule',
  'position',
  'prediction',
  'experience',
  'media',
] as const;
export type ClaimType = (typeof claimTypes)[number];

/** What is known of a claim: its kinds, who said it and on which day. */
export type ClaimFields = Readonly<z.infer<typeof claimFieldsSchema>>;

/** A verification note. `changedAt` differs from `createdAt` once it was edited. */
export type Note = {
  readonly id: string;
  readonly body: RichText;
  readonly authorId: string;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly version: number;
};

export const flagPriorities = ['low', 'normal', 'high', 'urgent'] as const;
export type FlagPriority = (typeof flagPriorities)[number];

export type FlagFields = Readonly<z.infer<typeof flagFieldsSchema>>;

/** "Someone must look at this claim." Open while `looked` is null. */
export type Flag = FlagFields & {
  readonly id: string;
  readonly raisedById: string;
  readonly raisedAt: Instant;
  readonly looked: { readonly byId: string; readonly at: Instant; readonly note: string } | null;
  readonly version: number;
};

/** A person's mark on a passage, with all that hangs on it. Lists are in order of creation. */
export type Annotation = {
  readonly id: string;
  readonly articleId: string;
  readonly mark: Mark;
  readonly anchor: Anchor;
  readonly check: Check;
  /** The compound claim that this one is an atomic part of. */
  readonly partOfId: string | null;
  /** The claim that this passage says again. */
  readonly repeatsId: string | null;
  readonly claim: ClaimFields;
  readonly authorId: string;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly version: number;
  readonly notes: readonly Note[];
  readonly evidence: readonly Evidence[];
  readonly flags: readonly Flag[];
  readonly threads: readonly Thread[];
};

/** The open flag of an annotation, of which there is at most one. */
export function findOpenFlag(annotation: Annotation): Flag | undefined {
  return annotation.flags.find((flag) => flag.looked === null);
}
