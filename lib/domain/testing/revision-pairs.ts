import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contextLength } from '../anchor';
import { reanchor } from '../reanchor/reanchor';
import type { AnchorToMove, Reanchored } from '../reanchor/reanchored';

/** Where the corpus of real revision pairs lies: beside the project, and not everywhere. */
export const revisionPairsFile = fileURLToPath(
  new URL('../../../../shared/corpora/revisions-dev.jsonl', import.meta.url),
);

/** Two versions of a post with passages of the old one and what became of each; offsets are UTF-16. */
export type RevisionPair = {
  readonly id: string;
  readonly post: string;
  readonly old: string;
  readonly new: string;
  readonly spans: readonly {
    readonly start: number;
    readonly end: number;
    readonly expect: 'kept' | 'touched' | 'gone';
    readonly newStart: number | null;
    readonly newEnd: number | null;
  }[];
};

/** The pairs of the corpus; undefined where it does not lie beside the project. */
export function readRevisionPairs(): readonly RevisionPair[] | undefined {
  if (!existsSync(revisionPairsFile)) return undefined;
  const lines = readFileSync(revisionPairsFile, 'utf8').trim().split('\n');
  // the corpus is ours and its README says what a line holds
  return lines.map((line) => JSON.parse(line) as RevisionPair);
}

/** Posts that were not looked at while the ladder was made; two fifths of them, chosen by their names. */
export function isHeldBack({ post }: RevisionPair): boolean {
  return (createHash('sha256').update(`galley${post}`).digest()[0] ?? 0) < 100;
}

/** How many passages there are of each kind, and how many were answered as they should be. */
export type Tally = {
  readonly pairs: number;
  readonly kept: number;
  readonly keptExactly: number;
  readonly touched: number;
  readonly touchedSaid: number;
  readonly gone: number;
  readonly goneSaid: number;
  /** Passed off as unchanged or moved where something else stands, or nothing. */
  readonly silentWrong: number;
};

/** Re-anchors every passage of the pairs and counts the answers. */
export function tallyOf(pairs: readonly RevisionPair[]): Tally {
  const answers = pairs.flatMap((pair) => {
    const became = reanchor({ oldText: pair.old, newText: pair.new }, pair.spans.map(anchorIn(pair)));
    return pair.spans.flatMap((span, index) => {
      const answer = became[index];
      return answer === undefined ? [] : [{ span, answer, isRight: isAt(answer, span) }];
    });
  });
  const count = (isCounted: (one: (typeof answers)[number]) => boolean): number =>
    answers.filter(isCounted).length;
  return {
    pairs: pairs.length,
    kept: count(({ span }) => span.expect === 'kept'),
    keptExactly: count(({ span, answer, isRight }) => span.expect === 'kept' && isSilent(answer) && isRight),
    touched: count(({ span }) => span.expect === 'touched'),
    touchedSaid: count(({ span, answer }) => span.expect === 'touched' && answer.state === 'touched'),
    gone: count(({ span }) => span.expect === 'gone'),
    goneSaid: count(({ span, answer }) => span.expect === 'gone' && answer.state === 'orphaned'),
    silentWrong: count(
      ({ span, answer, isRight }) => isSilent(answer) && !(span.expect === 'kept' && isRight),
    ),
  };
}

const anchorIn =
  ({ old }: RevisionPair) =>
  ({ start, end }: RevisionPair['spans'][number]): AnchorToMove => ({
    start,
    end,
    exact: old.slice(start, end),
    prefix: old.slice(Math.max(0, start - contextLength), start),
    suffix: old.slice(end, end + contextLength),
  });

const isSilent = ({ state }: Reanchored): boolean => state === 'exact' || state === 'moved';

function isAt(answer: Reanchored, { newStart, newEnd }: RevisionPair['spans'][number]): boolean {
  return answer.state !== 'orphaned' && answer.start === newStart && answer.end === newEnd;
}
