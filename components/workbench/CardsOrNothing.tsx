'use client';

import type { Annotation } from '@/lib/domain/annotation';
import { can } from '@/lib/domain/policy';
import { isFiltered } from '@/lib/workbench/filters';
import { messages } from '../messages';
import { MarginLayout } from './MarginLayout';
import { useWorkbench } from './workbench-context';

const words = messages.margin;

type CardsOrNothingProps = {
  readonly shown: readonly Annotation[];
  readonly extraId: string | null;
  readonly isAligned: boolean;
  readonly offset: number;
};

/** The cards, or in a sentence why there are none and what to do. */
export function CardsOrNothing({ shown, extraId, isAligned, offset }: CardsOrNothingProps) {
  const { annotations, actor, filters } = useWorkbench();
  if (shown.length > 0) {
    return <MarginLayout annotations={shown} extraId={extraId} isAligned={isAligned} offset={offset} />;
  }
  // The tab of the orphaned says so itself.
  if (filters.orphaned && !isFiltered(filters)) return null;
  if (annotations.length > 0) return <p className="pt-1 text-sm text-ink-2">{words.emptyFiltered}</p>;
  if (!can(actor, 'annotation.create').allowed) {
    return <p className="pt-1 text-sm text-ink-2">{words.emptyViewer}</p>;
  }
  return (
    <div className="rounded-[9px] border border-dashed border-line-2 px-3 py-2.5">
      <p className="font-serif text-md font-semibold">{words.empty.title}</p>
      <p className="mt-0.5 text-sm text-pretty text-ink-2">{words.empty.body}</p>
    </div>
  );
}
