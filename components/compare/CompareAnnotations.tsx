'use client';

import Link from 'next/link';
import type { Annotation } from '@/lib/domain/annotation';
import { isChecked } from '@/lib/domain/laws/check-laws';
import { driftKinds } from '@/lib/domain/reanchor/drift-of';
import { cardAddress } from '../history/history-address';
import { messages } from '../messages';
import { drift as driftWords } from '../messages/drift';
import { revisions } from '../messages/revisions';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { StatusChip } from '../ui/StatusChip';
import { markText, statusTone } from '../workbench/mark-look';
import type { CompareRow } from './compare-rows';
import { type CompareActs, isStale, isWaiting } from './use-compare-acts';

type CompareAnnotationsProps = {
  readonly row: CompareRow;
  readonly acts: CompareActs;
  readonly articleId: string;
};

const words = revisions.compare;

/** The annotations that a change is about, with what can be done about each. */
export function CompareAnnotations({ row, acts, articleId }: CompareAnnotationsProps) {
  return (
    <ul aria-label={words.annotations} className="mt-2 flex flex-col gap-1">
      {[...row.here, ...row.lost].map((annotation) => (
        <CompareAnnotation key={annotation.id} annotation={annotation} acts={acts} articleId={articleId} />
      ))}
    </ul>
  );
}

type CompareAnnotationProps = Omit<CompareAnnotationsProps, 'row'> & { readonly annotation: Annotation };

function CompareAnnotation({ annotation, acts, articleId }: CompareAnnotationProps) {
  const { id, mark, anchor, check } = annotation;
  const kind = driftKinds.find((name) => name === anchor.drift);
  const isLost = anchor.state === 'orphaned';
  return (
    <li className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm">
      <span className={classNames('font-semibold', markText[mark])}>{messages.words.marks[mark]}</span>
      {isChecked(annotation) && check.status !== 'unchecked' ? (
        <StatusChip tone={statusTone[check.status]}>{messages.words.checkStatuses[check.status]}</StatusChip>
      ) : null}
      {anchor.state === 'exact' ? null : (
        <span className="font-medium text-warn">
          {isLost ? words.lostHere : kind && driftWords.names[kind]}
        </span>
      )}
      <q dir="auto" className="max-w-full min-w-0 truncate font-serif text-ink-2">
        {anchor.exact}
      </q>
      <span className="ms-auto flex flex-wrap items-center gap-1.5">
        {acts.isCurrent && isWaiting(annotation) ? (
          <Button
            size="sm"
            reason={acts.reasonNotToAccept(annotation)}
            onClick={() => acts.accept(annotation)}
          >
            {words.accept}
          </Button>
        ) : null}
        {acts.isCurrent && isStale(annotation) ? (
          <Button
            size="sm"
            reason={acts.reasonNotToRecheck(annotation)}
            onClick={() => acts.recheck(annotation)}
          >
            {words.recheck}
          </Button>
        ) : null}
        <Link
          href={cardAddress(articleId, id)}
          className="inline-flex min-h-6 items-center text-xs underline decoration-line-3 underline-offset-3 hover:decoration-ink"
        >
          {words.open}
        </Link>
      </span>
    </li>
  );
}
