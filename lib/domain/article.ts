import { z } from 'zod';
import type { ArticleDoc } from './article-doc';
import type { ArticleSignOff } from './article-sign-off-schema';
import { directions } from './direction';
import { daySchema, type Instant } from './ids';

/** A stretch of a revision's canonical text: UTF-16 code units, `end` exclusive. */
export type Passage = { readonly start: number; readonly end: number };

/** What is known about an article besides its text. `null` means not known. */
export const articleDetailsSchema = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1, 'Give the article a headline.')
    .max(500, 'A headline has at most 500 characters.'),
  byline: z.string().trim().max(300).nullable(),
  publication: z.string().trim().max(300).nullable(),
  publishedOn: daySchema.nullable(),
  sourceAddress: z
    .url({
      protocol: /^https?$/,
      error: 'Give a whole web address that begins with http:// or https://.',
    })
    .max(2_000)
    .nullable(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Give the language as a code, for example en.')
    .nullable(),
  /** Which way its lines run; unknown, each paragraph runs as its first letter does. */
  direction: z.enum(directions, 'Give the direction as ltr or rtl.').nullable(),
});
export type ArticleDetails = Readonly<z.infer<typeof articleDetailsSchema>>;

/** The details of an article of which nothing is known yet. */
export const unknownDetails: ArticleDetails = {
  title: '',
  byline: null,
  publication: null,
  publishedOn: null,
  sourceAddress: null,
  language: null,
  direction: null,
};

/** One immutable version of an article's text. `number` counts from 1; `hash` is SHA-256 of `text` in hex. */
export type Revision = {
  readonly id: string;
  readonly number: number;
  readonly doc: ArticleDoc;
  readonly text: string;
  readonly hash: string;
  /** Sentences in reading order; they do not overlap. */
  readonly sentences: readonly Passage[];
  readonly createdAt: Instant;
};

/** An article as the workbench knows it. `version` counts changes of the details. */
export type Article = ArticleDetails & {
  readonly id: string;
  readonly version: number;
  readonly isSample: boolean;
  readonly createdById: string;
  readonly createdAt: Instant;
  /** The approval of the whole check; null while there is none. */
  readonly signOff: ArticleSignOff | null;
};

/** Largest article that may come in, in UTF-16 code units (about 400 000 words). */
export const maxArticleLength = 2_500_000;
