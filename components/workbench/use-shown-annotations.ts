'use client';

import { useMemo } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { filterAnnotations, isInTab } from '@/lib/workbench/filters';
import { useWorkbench } from './workbench-context';

export type ShownAnnotations = {
  readonly shown: readonly Annotation[];
  /** The open annotation, when only its being open shows it. */
  readonly extraId: string | null;
  readonly hiddenCount: number;
};

/** The annotations that the filters let through, and the open one in its place among them. */
export function useShownAnnotations(): ShownAnnotations {
  const { annotations, filters, actor, unread, activeId } = useWorkbench();
  return useMemo(() => {
    const passing = new Set(filterAnnotations(annotations, filters, { id: actor.userId, unread }));
    const shown = annotations.filter((annotation) => passing.has(annotation) || annotation.id === activeId);
    const extra = shown.find((annotation) => !passing.has(annotation));
    const inTab = (some: readonly Annotation[]) => some.filter((one) => isInTab(one, filters)).length;
    return { shown, extraId: extra?.id ?? null, hiddenCount: inTab(annotations) - inTab(shown) };
  }, [annotations, filters, actor.userId, unread, activeId]);
}
