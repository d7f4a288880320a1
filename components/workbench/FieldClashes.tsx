'use client';

import type { SetAsideKind } from '@/lib/domain/set-aside';
import { card as cardWords } from '../messages/card';
import { Clashes, type ClashesProps } from './Clashes';
import { useSetAside } from './use-set-aside';
import { useWorkbench } from './workbench-context';

const words = cardWords.conflict;

type FieldClashesProps<T> = Omit<ClashesProps<T>, 'title' | 'below' | 'onSettled'> & {
  readonly about: SetAsideKind;
  readonly annotationId: string;
  readonly itemId: string;
  /** One field is settled: what one's own values and the ones they began from are then. */
  readonly onSettled: (mine: T, base: T) => void;
};

/** The fields of something on a card that two have changed. What loses stays in the article's history. */
export function FieldClashes<T extends object>(props: FieldClashesProps<T>) {
  const { about, annotationId, itemId, onSettled, ...clashes } = props;
  const { whoChanged } = useWorkbench();
  const setAside = useSetAside(annotationId);
  const name = whoChanged(itemId)?.name ?? words.someone;
  return (
    <Clashes
      {...clashes}
      title={(field) => words.fieldOf(name, field)}
      onSettled={(mine, base, lost) => {
        // Theirs stands in the change that replaces it.
        if (lost !== undefined) setAside(about, itemId, lost);
        onSettled(mine, base);
      }}
    />
  );
}
