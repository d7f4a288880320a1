import type { Passage } from '../article';
import { type FactText, type KeyedFact, keyedFacts } from './fact-keys';
import type { FactKind } from './facts';

/**
 * A figure, name, date or quotation that stands in an article more than once. `said` is how it is written first; of
 * `places`, in order, there are at most `mostPlaces`, of `total` in all.
 */
export type Repeat = {
  readonly kind: FactKind;
  readonly key: string;
  readonly said: string;
  readonly places: readonly Passage[];
  readonly total: number;
};

/** So many repeats are listed, those that begin first. */
export const mostRepeats = 200;
/** So many places of one. */
export const mostPlaces = 50;

/** What an article says again, in the order in which it says it first; near-linear in the text. */
export function findRepeats(read: FactText, language: string | null): readonly Repeat[] {
  const groups = new Map<string, KeyedFact[]>();
  for (const fact of keyedFacts(read, language)) {
    const key = `${fact.kind} ${fact.key}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fact]);
    else group.push(fact);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .slice(0, mostRepeats)
    .flatMap((group) => repeatOf(read.text, group));
}

/** The repeats that a passage takes part in, each without the places inside the passage. */
export function repeatsOf(repeats: readonly Repeat[], passage: Passage): readonly Repeat[] {
  const isInside = ({ start, end }: Passage): boolean => start < passage.end && end > passage.start;
  return repeats.flatMap((repeat) => {
    const others = repeat.places.filter((place) => !isInside(place));
    const isPart = others.length < repeat.places.length && others.length > 0;
    return isPart ? [{ ...repeat, places: others }] : [];
  });
}

function repeatOf(text: string, facts: readonly KeyedFact[]): readonly Repeat[] {
  const [first] = facts;
  if (first === undefined) return [];
  const places = facts.slice(0, mostPlaces).map(({ start, end }) => ({ start, end }));
  const { kind, key } = first;
  return [{ kind, key, said: text.slice(first.start, first.end), places, total: facts.length }];
}
