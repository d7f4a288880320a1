'use client';

import { mergeWords } from '@/lib/domain/merge-words';
import type { SetAsideKind } from '@/lib/domain/set-aside';
import { card as cardWords } from '../messages/card';
import { TwoTexts } from './TwoTexts';
import { useSetAside } from './use-set-aside';
import { useWorkbench } from './workbench-context';

const words = cardWords.conflict;

type FieldClashesProps<T> = {
  readonly about: SetAsideKind;
  readonly annotationId: string;
  readonly itemId: string;
  /** The fields that both have changed since `base`. */
  readonly clashes: readonly (keyof T & string)[];
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
  readonly labels: Readonly<Partial<Record<keyof T & string, string>>>;
  readonly shown: (value: T[keyof T]) => string;
  /** One field is settled: what one's own values and the ones they began from are then. */
  readonly onSettled: (mine: T, base: T) => void;
};

/** For each field that somebody else has changed too: both values side by side, and what is to become of them. */
export function FieldClashes<T extends object>(props: FieldClashesProps<T>) {
  const { about, annotationId, itemId, clashes, base, mine, theirs, labels, shown, onSettled } = props;
  const { whoChanged } = useWorkbench();
  const setAside = useSetAside(annotationId);
  const name = whoChanged(itemId)?.name ?? words.someone;

  function settle(field: keyof T & string, value: T[keyof T]): void {
    // What loses stands in the history: theirs in the change that replaces it, mine set aside.
    if (value !== mine[field]) setAside(about, itemId, `${labels[field] ?? field}: ${shown(mine[field])}`);
    onSettled({ ...mine, [field]: value }, { ...base, [field]: theirs[field] });
  }

  return clashes.map((field) => {
    const texts = textsIn(base[field], mine[field], theirs[field]);
    return (
      <TwoTexts
        key={field}
        title={words.fieldOf(name, labels[field] ?? field)}
        mine={shown(mine[field]) || words.empty}
        theirs={shown(theirs[field]) || words.empty}
        onKeepMine={() => settle(field, mine[field])}
        onTakeTheirs={() => settle(field, theirs[field])}
        // Two texts make one text again, which the field's own type holds.
        onMerge={texts && (() => settle(field, mergeWords(texts) as T[typeof field]))}
      />
    );
  });
}

/** Three wordings, where all three are words; two different words in a row could not be an address or a choice. */
function textsIn(base: unknown, mine: unknown, theirs: unknown) {
  const isText = (value: unknown): value is string => typeof value === 'string' && /\s/.test(value.trim());
  if (!isText(mine) || !isText(theirs)) return undefined;
  return { base: typeof base === 'string' ? base : '', mine, theirs };
}
