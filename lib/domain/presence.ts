import { z } from 'zod';
import { idSchema } from './ids';
import type { Person } from './team';

const offsetSchema = z.number().int().min(0).max(10_000_000);

/** Where somebody is in an article: ids and offsets in its canonical text, never words. */
export const whereaboutsSchema = z.strictObject({
  /** The offset of the first line in sight. */
  view: offsetSchema.nullable(),
  /** The words that are selected, or the sentence under the cursor. */
  passage: z
    .strictObject({ start: offsetSchema, end: offsetSchema })
    .refine(({ start, end }) => start < end, 'end: must be greater than start.')
    .nullable(),
  /** The annotation whose card is open. */
  annotationId: idSchema.nullable(),
  /** Something is being written: on that card, or without one, in the text of the article. */
  isWriting: z.boolean(),
});

/** Where somebody is, as told and heard. */
export type Whereabouts = Readonly<z.infer<typeof whereaboutsSchema>>;

/** What a browser says of its person's whereabouts. `client` names the browser, under whichever person it is signed in. */
export const presenceSchema = z.strictObject({ client: idSchema, at: whereaboutsSchema });

/** Somebody who has an article open in a browser. `key` names person and browser together. */
export type Presence = { readonly key: string; readonly person: Person; readonly at: Whereabouts };

/**
 * What a stream says of who is in an article: who came or moved, and the keys of those who left. `isWhole`: it names
 * everybody; who is not named is not here.
 */
export type PresenceNews = {
  readonly articleId: string;
  readonly isWhole: boolean;
  readonly here: readonly Presence[];
  readonly left: readonly string[];
};

/** Whereabouts of somebody who has the article open and has not done anything yet. */
export const nowhere: Whereabouts = { view: null, passage: null, annotationId: null, isWriting: false };

/** Whether somebody is changing the text of the article. */
export function isEditingText({ annotationId, isWriting }: Whereabouts): boolean {
  return isWriting && annotationId === null;
}
