'use client';

import { useMemo, useRef, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { ComparedLine } from '@/lib/domain/compare/compare-revisions';
import type { WritingDirection } from '@/lib/domain/direction';
import { driftKinds } from '@/lib/domain/reanchor/drift-of';
import { usePageCommands } from '../commands/use-page-commands';
import { drift as driftWords } from '../messages/drift';
import { revisions } from '../messages/revisions';
import { PageBody } from '../shell/PageBody';
import { Chip } from '../ui/Chip';
import { EmptyState } from '../ui/EmptyState';
import { Kbd } from '../ui/Kbd';
import { Notice } from '../ui/Notice';
import { SegmentedControl } from '../ui/SegmentedControl';
import { useIsPhone } from '../workbench/use-is-phone';
import { CompareChoice } from './CompareChoice';
import { CompareFold } from './CompareFold';
import { CompareLine } from './CompareLine';
import { type CompareQuery, compareViews, withChoice } from './compare-query';
import { countByDrift, isChange, itemsOf, withAnnotations } from './compare-rows';
import { useCompareActs } from './use-compare-acts';

/** A revision as far as a comparison shows it. */
export type ComparedRevision = { readonly id: string; readonly number: number; readonly text: string };

type CompareViewProps = {
  readonly actor: Actor;
  readonly articleId: string;
  readonly before: ComparedRevision;
  readonly after: ComparedRevision;
  readonly rows: readonly ComparedLine[];
  /** As they stand on the later revision. */
  readonly annotations: readonly Annotation[];
  /** Number of the current revision. */
  readonly current: number;
  /** Of the article, as it was corrected. */
  readonly direction: WritingDirection | null;
  readonly initial: Pick<CompareQuery, 'view' | 'only'>;
};

const words = revisions.compare;

/** Two revisions against each other, change by change, with what became of the annotations and what to do about it. */
export function CompareView({
  actor,
  articleId,
  before,
  after,
  rows: lines,
  current,
  ...props
}: CompareViewProps) {
  const [choice, setChoice] = useState(props.initial);
  const isPhone = useIsPhone();
  const isCurrent = after.number === current;
  const acts = useCompareActs({ actor, articleId, annotations: props.annotations, isCurrent });
  const rows = useMemo(
    () => withAnnotations(lines, acts.annotations, before),
    [lines, acts.annotations, before],
  );
  const counts = useMemo(() => countByDrift(rows), [rows]);
  const items = useMemo(() => itemsOf(rows, choice.only), [rows, choice.only]);
  const changes = items.flatMap((item) => (item.kind === 'row' && isChange(item.row) ? [item] : []));
  const [at, setAt] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const place = Math.min(at, Math.max(0, changes.length - 1));
  const here = changes[place]?.row;

  function choose(next: typeof choice): void {
    setChoice(next);
    setAt(0);
    window.history.replaceState(null, '', withChoice(window.location.search, next));
  }

  function step(by: 1 | -1): boolean {
    const next = Math.min(Math.max(place + by, 0), changes.length - 1);
    const isFirst = list.current?.contains(document.activeElement) !== true;
    const to = isFirst ? place : next;
    setAt(to);
    const element = list.current?.querySelector<HTMLElement>(`[data-change="${to}"]`);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'center' });
    return element !== undefined && element !== null;
  }

  usePageCommands('compare', {
    'compare.next': () => step(1),
    'compare.previous': () => step(-1),
    'compare.accept': here && (() => acts.acceptNext(here)),
    'compare.recheck': here && (() => acts.recheckNext(here)),
  });

  const view = isPhone ? 'inline' : choice.view;
  return (
    <PageBody className={view === 'side' ? 'max-w-7xl!' : 'max-w-4xl!'}>
      <CompareChoice from={before.number} to={after.number} current={current} choice={choice} />
      <div className="mt-4 mb-4 flex flex-wrap items-center gap-x-4 gap-y-2.5">
        <fieldset className="flex flex-wrap gap-1.5">
          <legend className="sr-only">{words.filter}</legend>
          <Chip
            pressed={choice.only === undefined}
            count={rows.filter(isChange).length}
            onClick={() => choose({ ...choice, only: undefined })}
          >
            {words.all}
          </Chip>
          {driftKinds
            .filter((kind) => counts.has(kind) || kind === choice.only)
            .map((kind) => (
              <Chip
                key={kind}
                pressed={choice.only === kind}
                count={counts.get(kind) ?? 0}
                onClick={() => choose({ ...choice, only: choice.only === kind ? undefined : kind })}
              >
                {driftWords.names[kind]}
              </Chip>
            ))}
        </fieldset>
        <div className="flex-1" />
        {isPhone ? null : (
          <SegmentedControl
            label={words.view}
            options={compareViews.map((value) => ({ value, label: words[value] }))}
            value={choice.view}
            onChange={(next) => choose({ ...choice, view: next })}
          />
        )}
      </div>
      {isCurrent ? null : <Notice className="mb-4">{words.onlyCurrent}</Notice>}
      {changes.length === 0 ? (
        <EmptyState title={choice.only === undefined ? words.nothing : words.nothingSuch} />
      ) : null}
      <ol ref={list} aria-label={words.label} className="flex flex-col">
        {items.map((item) =>
          item.kind === 'fold' ? (
            <CompareFold
              key={`fold ${item.index}`}
              rows={item.rows}
              view={view}
              texts={[before.text, after.text]}
              direction={props.direction}
            />
          ) : (
            <CompareLine
              key={item.index}
              row={item.row}
              view={view}
              texts={[before.text, after.text]}
              direction={props.direction}
              place={placeOf(changes.indexOf(item), changes.length)}
              isHere={item.row === here}
              onHere={() => setAt(Math.max(0, changes.indexOf(item)))}
              acts={acts}
              articleId={articleId}
            />
          ),
        )}
      </ol>
      {changes.length === 0 ? null : <CompareHints />}
      <div aria-live="polite" className="sr-only">
        {acts.said}
      </div>
    </PageBody>
  );
}

const placeOf = (at: number, total: number) => (at < 0 ? undefined : { at, total });

function CompareHints() {
  const { keys } = words;
  const hints = [
    ['J', keys.next],
    ['K', keys.previous],
    ['A', keys.accept],
    ['R', keys.recheck],
  ] as const;
  return (
    <p
      role="note"
      aria-label={keys.label}
      className="sticky bottom-3.5 mx-auto mt-6 flex w-fit flex-wrap items-center justify-center gap-x-3.5 gap-y-1 rounded-2xl border border-line-2 bg-sheet px-4 py-1.5 text-xs text-ink-2 shadow-float max-phone:hidden print:hidden"
    >
      {hints.map(([key, name]) => (
        <span key={key} className="inline-flex items-center gap-1.5">
          <Kbd keys={key} /> {name}
        </span>
      ))}
    </p>
  );
}
