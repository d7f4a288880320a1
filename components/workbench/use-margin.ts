'use client';

import { useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { withHeld } from '@/lib/workbench/held';
import type { View } from '@/lib/workbench/store';
import { createTextOrder } from '@/lib/workbench/text-order';

type Margin = {
  readonly byId: View['visible']['annotations'];
  /** In text order. */
  readonly annotations: readonly Annotation[];
};

/**
 * The annotations that the margin shows: without what colleagues changed until the reader asks for it, because their
 * hands must not move the cards under the reader's eyes. The text shows `all` at once, in text order.
 */
export function useMargin({ visible, held }: View, all: readonly Annotation[]): Margin {
  const [inTextOrder] = useState(createTextOrder);
  const [shownOf] = useState(createMemo);
  const byId = shownOf(visible.annotations, held);
  return { byId, annotations: held.size === 0 ? all : inTextOrder(byId) };
}

/** Remembers the last answer, so that the margin is the same object while nothing of it has changed. */
function createMemo(): typeof withHeld {
  let last: { readonly given: readonly unknown[]; readonly shown: Margin['byId'] } | undefined;
  return (annotations, held) => {
    if (last?.given[0] === annotations && last.given[1] === held) return last.shown;
    last = { given: [annotations, held], shown: withHeld(annotations, held) };
    return last.shown;
  };
}
