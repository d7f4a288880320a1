import type { Passage } from '../article';
import type { Drift } from './drift-of';

/** One edit that is known: in the text as the step before left it, `from` to `to` (UTF-16 offsets) became `inserted`. */
export type EditStep = { readonly from: number; readonly to: number; readonly inserted: string };

/** Two texts of an article, and the edits between them where they are known. `language` is a BCP 47 code. */
export type TextChange = {
  readonly oldText: string;
  readonly newText: string;
  readonly steps?: readonly EditStep[] | undefined;
  readonly language?: string | null | undefined;
};

/**
 * What is known of a passage to be found again; an `Anchor` fits. Offsets count in the old text, unless `state` is
 * `orphaned`: then only the quote and its context say where it was.
 */
export type AnchorToMove = Passage & {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly state?: string;
};

/** The rungs of the ladder, in the order in which they are tried. */
const reanchorMethods = ['steps', 'alignment', 'quote'] as const;
export type ReanchorMethod = (typeof reanchorMethods)[number];

/** A place of the new text that an orphaned passage may belong to; certainty from 0 to 1. */
export type Candidate = Passage & { readonly certainty: number };

/**
 * What became of a passage. `exact` (in its place) and `moved` have the very same text, and nothing else could be
 * meant; `touched` lies where the passage was, with other words; `orphaned` has candidates, the best first, at most
 * `mostCandidates`, and its drift is `deleted`, or `moved` where its words still stand somewhere. `drifts` holds everything that changed, the gravest first; `drift` is the first of them.
 * Certainty runs from 0 to 1 and says how sure the place is.
 */
export type Reanchored =
  | (Passage & {
      readonly state: 'exact' | 'moved' | 'touched';
      readonly drift: Drift;
      readonly drifts: readonly Drift[];
      readonly method: ReanchorMethod;
      readonly certainty: number;
    })
  | {
      readonly state: 'orphaned';
      readonly drift: Drift;
      readonly drifts: readonly Drift[];
      readonly method: ReanchorMethod;
      readonly certainty: number;
      readonly candidates: readonly Candidate[];
    };

export type Placed = Exclude<Reanchored, { state: 'orphaned' }>;
export type Orphaned = Extract<Reanchored, { state: 'orphaned' }>;

export const mostCandidates = 5;
