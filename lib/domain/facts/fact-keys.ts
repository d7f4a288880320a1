import type { Passage } from '../article';
import { dateKey } from './date-value';
import type { Fact, FactKind } from './facts';
import { numberKey, numberValueOf } from './number-value';
import { plainWords } from './quotation-words';

/** A fact of a text with what it says: equal keys say the same, however they are written. */
export type KeyedFact = Passage & { readonly kind: FactKind; readonly key: string };

/** A text with the facts that `findFacts` found in it. */
export type FactText = { readonly text: string; readonly facts: readonly Fact[] };

/**
 * The facts of a text that are worth comparing with others, in order: numbers by value and unit ("12 percent", "12%",
 * "twelve per cent"), dates by day, month and year, quotations of three words and more by their words, people by the
 * full name that their surname stands for last. Small bare numbers are left out: "two" says nothing elsewhere.
 */
export function keyedFacts({ text, facts }: FactText, language: string | null): readonly KeyedFact[] {
  const fullNames = new Map<string, string>();
  return facts.flatMap(({ kind, start, end }) => {
    const key = keyOf(kind, text.slice(start, end), language, fullNames);
    return key === undefined ? [] : [{ kind, start, end, key }];
  });
}

function keyOf(
  kind: FactKind,
  said: string,
  language: string | null,
  fullNames: Map<string, string>,
): string | undefined {
  switch (kind) {
    case 'number': {
      const value = numberValueOf(said, language);
      if (value === undefined) return undefined;
      const isSmall =
        value.unit === '' && value.values.every((one) => Number.isInteger(one) && Math.abs(one) <= 12);
      return isSmall ? undefined : numberKey(value);
    }
    case 'date':
      return dateKey(said);
    case 'quotation': {
      const words = plainWords(said);
      return words.split(' ').length >= 3 || /\p{Script=Han}/u.test(words) ? words : undefined;
    }
    case 'name':
      return nameKey(said, fullNames);
  }
}

/** "Quill" is whoever of that name was named in full last; a name of several words is itself. */
function nameKey(said: string, fullNames: Map<string, string>): string {
  const name = said.toLowerCase().replace(/\s+/gu, ' ');
  const surname = name.split(' ').at(-1) ?? name;
  if (surname === name) return fullNames.get(name) ?? name;
  fullNames.set(surname, name);
  return name;
}
