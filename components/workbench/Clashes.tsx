'use client';

import { mergeWords } from '@/lib/domain/text/merge-words';
import { card as cardWords } from '../messages/card';
import { TwoTexts } from './TwoTexts';

const words = cardWords.conflict;

export type ClashesProps<T> = {
  /** The fields that both have changed since `base`. */
  readonly clashes: readonly (keyof T & string)[];
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
  readonly labels: Readonly<Partial<Record<keyof T & string, string>>>;
  readonly shown: (value: T[keyof T]) => string;
  /** The fields that hold words: two of them can become one. */
  readonly texts: readonly (keyof T & string)[];
  /** Who changed what. */
  readonly title: (field: string) => string;
  /** Where both are kept; in the article's history unless said. */
  readonly below?: string;
  /** One field is settled: what one's own values and the ones they began from are then, and the words that lost, if any. */
  readonly onSettled: (mine: T, base: T, lost: string | undefined) => void;
};

/** For each field that somebody else has changed too: both values side by side, and what is to become of them. */
export function Clashes<T extends object>(props: ClashesProps<T>) {
  const { clashes, base, mine, theirs, labels, shown, texts, title, below, onSettled } = props;

  function settle(field: keyof T & string, value: T[keyof T]): void {
    const label = labels[field] ?? field;
    const lost = value === mine[field] ? undefined : `${label}: ${shown(mine[field])}`;
    onSettled({ ...mine, [field]: value }, { ...base, [field]: theirs[field] }, lost);
  }

  return clashes.map((field) => {
    const wordings = texts.includes(field) ? wordingsOf(base[field], mine[field], theirs[field]) : undefined;
    return (
      <TwoTexts
        key={field}
        title={title(labels[field] ?? field)}
        mine={shown(mine[field]) || words.empty}
        theirs={shown(theirs[field]) || words.empty}
        {...(below === undefined ? {} : { below })}
        onKeepMine={() => settle(field, mine[field])}
        onTakeTheirs={() => settle(field, theirs[field])}
        // Two texts make one text again, which the field's own type holds.
        onMerge={wordings && (() => settle(field, mergeWords(wordings) as T[typeof field]))}
      />
    );
  });
}

/** Three wordings, where both sides have words. */
function wordingsOf(base: unknown, mine: unknown, theirs: unknown) {
  const hasWords = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
  if (!hasWords(mine) || !hasWords(theirs)) return undefined;
  return { base: typeof base === 'string' ? base : '', mine, theirs };
}
