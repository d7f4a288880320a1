'use client';

import { lazy, type MouseEvent, memo, Suspense } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { isInTab } from '@/lib/workbench/filters';
import { messages } from '../messages';
import { classNames } from '../ui/class-names';
import { CardHeader } from './CardHeader';
import { ClosedCard } from './ClosedCard';
import { LazyOpenCard } from './lazy-open-card';
import { markEdge } from './mark-look';
import { useCardKeys } from './use-card-keys';
import { useDrafts } from './use-drafts';
import { useWorkbench } from './workbench-context';

const words = messages.margin.card;

const DriftNotice = lazy(async () => ({ default: (await import('./drift/DriftNotice')).DriftNotice }));

type CardProps = {
  readonly annotation: Annotation;
  readonly isOpen: boolean;
  /** Its mark is pointed at in the article. */
  readonly isHovered: boolean;
  /** The filters would hide it. */
  readonly isExtra: boolean;
};

/** An annotation in the margin: closed, in a few lines; open, with all that hangs on it. */
export const Card = memo(function Card({ annotation, isOpen, isHovered, isExtra }: CardProps) {
  const { setActive, pending, failed, filters } = useWorkbench();
  const press = useCardKeys(annotation);
  // What was typed and refused stands in its form, with the reason.
  const isInForm = useDrafts(annotation).all.some(({ state }) => state === 'refused');
  const failure = isInForm && isOpen ? undefined : failed.get(annotation.id);

  function openByPointer(event: MouseEvent): void {
    // Buttons and links on the card do their own work; words being selected to copy are no click.
    if (isOpen || event.defaultPrevented || isInteractive(event.target)) return;
    if (window.getSelection()?.isCollapsed === false) return;
    setActive(annotation.id, 'pointer');
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer may open it anywhere; the keyboard has the button in its header
    <div
      onClick={openByPointer}
      onKeyDown={isOpen ? undefined : press}
      className={classNames(
        'rounded-[9px] border border-s-3 bg-sheet px-3 pt-2 pb-2.5 transition-shadow',
        markEdge[annotation.mark],
        isOpen ? 'border-line-2 shadow-float' : 'cursor-pointer hover:border-y-line-2 hover:border-e-line-2',
        isHovered && !isOpen && 'border-y-line-3 border-e-line-3',
      )}
    >
      <CardHeader annotation={annotation} isOpen={isOpen} isPending={pending.has(annotation.id)} />
      {isExtra ? (
        <p className="mt-0.5 text-2xs text-ink-3">
          {isInTab(annotation, filters)
            ? words.shownDespiteFilters
            : words.shownFromOtherTab(!filters.orphaned)}
        </p>
      ) : null}
      {annotation.anchor.state === 'exact' ? null : (
        <Suspense>
          <DriftNotice annotation={annotation} isOpen={isOpen} />
        </Suspense>
      )}
      {isOpen ? (
        <Suspense fallback={<ClosedCard annotation={annotation} />}>
          <LazyOpenCard annotation={annotation} />
        </Suspense>
      ) : (
        <ClosedCard annotation={annotation} />
      )}
      {failure === undefined ? null : (
        <p role="alert" className="mt-1.5 text-sm text-danger">
          {messages.margin.refused(failure)}
        </p>
      )}
    </div>
  );
});

const isInteractive = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, a, input, select, textarea, label, form') !== null;
