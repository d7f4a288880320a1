'use client';

import { MoveRight, Unlink } from 'lucide-react';
import type { Annotation } from '@/lib/domain/annotation';
import { can, reasonOf } from '@/lib/domain/policy';
import { driftKinds } from '@/lib/domain/reanchor/drift-of';
import { keysOf } from '@/lib/workbench/key-commands';
import { drift as words } from '../../messages/drift';
import { Button } from '../../ui/Button';
import { Kbd } from '../../ui/Kbd';
import { WordDiff } from '../../wording/WordDiff';
import { Quote } from '../ClosedCard';
import { isMac } from '../is-mac';
import { useSingleKeys } from '../use-single-keys';
import { useWorkbench } from '../workbench-context';
import { CandidateList } from './CandidateList';
import { useAcceptAnchor } from './use-accept-anchor';

type DriftNoticeProps = { readonly annotation: Annotation; readonly isOpen: boolean };

/** What a new revision did to a passage: its name, before and after, and what can be done about it. */
export function DriftNotice({ annotation, isOpen }: DriftNoticeProps) {
  const { anchor } = annotation;
  const isLost = anchor.state === 'orphaned';
  const kind = isLost ? 'deleted' : (driftKinds.find((name) => name === anchor.drift) ?? 'reworded');
  const sentence = sentenceOf(anchor);
  return (
    <section aria-label={words.label} className="mt-1.5">
      <p className="flex items-center gap-1.5 text-xs font-medium text-warn [&>svg]:size-3.5 [&>svg]:shrink-0">
        {isLost ? <Unlink aria-hidden /> : <MoveRight aria-hidden />}
        {words.names[kind]}
        {isOpen ? null : <span className="sr-only">{sentence}</span>}
      </p>
      {isOpen ? <p className="mt-0.5 text-xs text-ink-2">{sentence}</p> : null}
      {anchor.before === undefined ? null : (
        <p className="mt-1 text-base">
          <WordDiff before={anchor.before} after={anchor.exact} />
        </p>
      )}
      {isOpen && isLost && anchor.before === undefined ? <Quote exact={anchor.exact} lines={3} /> : null}
      {isOpen ? <DriftActs annotation={annotation} /> : null}
    </section>
  );
}

function sentenceOf({ state, drift }: Annotation['anchor']): string {
  if (state === 'orphaned') return drift === 'moved' ? words.orphanedThere : words.orphaned;
  return state === 'moved' ? words.moved : words.touched;
}

function DriftActs({ annotation }: Pick<DriftNoticeProps, 'annotation'>) {
  const { actor, beginPick } = useWorkbench();
  const { accept, candidates, put } = useAcceptAnchor(annotation);
  const [singleKeys] = useSingleKeys();
  const { authorId, anchor } = annotation;
  const reason = reasonOf(can(actor, 'annotation.change', { authorId }));
  const key = singleKeys ? <Kbd keys={keysOf('anchor.accept', isMac())} /> : null;
  if (anchor.state !== 'orphaned')
    return (
      <div className="mt-1.5">
        <Button size="sm" reason={reason} onClick={accept}>
          {anchor.state === 'moved' ? words.acceptPlace : words.accept} {key}
        </Button>
      </div>
    );
  return (
    <>
      <CandidateList candidates={candidates} reason={reason} onTake={put} firstKey={key} />
      <div className="mt-1.5">
        <Button size="sm" reason={reason} onClick={() => beginPick('passage', annotation)}>
          {words.choose}
        </Button>
      </div>
    </>
  );
}
