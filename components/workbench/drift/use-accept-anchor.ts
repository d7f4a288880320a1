'use client';

import { useEffect, useRef } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import { newId } from '@/lib/domain/new-id';
import { can } from '@/lib/domain/policy';
import { drift as words } from '../../messages/drift';
import { useToast } from '../../ui/Toast';
import { useAct } from '../use-act';
import { useWorkbench } from '../workbench-context';
import { useLostPlaces } from './use-lost-places';

type AcceptAnchor = {
  /** Takes the passage as it stands now. */
  readonly accept: () => void;
  /** Where a lost passage may stand, the best first; none for one that is not lost, undefined while they are looked for. */
  readonly candidates: readonly Passage[] | undefined;
  readonly put: (passage: Passage) => void;
};

/** What can be done about a passage that new text has touched, moved or lost; the key for it does the best of these. */
export function useAcceptAnchor(annotation: Annotation): AcceptAnchor {
  const { actor, annotations, filters, revision, checkRequest, requestCheck, setActive, speak } =
    useWorkbench();
  const { actWithUndo } = useAct();
  const { show } = useToast();
  const { id: annotationId, version, anchor, authorId } = annotation;
  const candidates = useLostPlaces(annotation);

  /** How the passage is taken back to what it was: it waits again, or is lost again. */
  const undoOf = (changeId: string) =>
    ({ type: 'annotation.put_back', annotationId, version: version + 1, changeId, anchor }) as const;

  function accept(): void {
    const commandId = newId();
    const command = { commandId, type: 'annotation.accept_anchor', annotationId, version } as const;
    actWithUndo(command, words.accepted, undoOf(commandId));
    speak(words.accepted);
  }

  function put({ start, end }: Passage): void {
    const commandId = newId();
    actWithUndo(
      {
        ...{ commandId, type: 'annotation.change', annotationId, version, revisionId: revision.id },
        changes: { passage: { start, end } },
      },
      words.taken,
      undoOf(commandId),
    );
    speak(words.taken);
    const next = filters.orphaned ? nextLost(annotations, annotationId) : undefined;
    if (next !== undefined) setActive(next.id, 'key');
  }

  function acceptByKey(): void {
    const permission = can(actor, 'annotation.change', { authorId });
    if (!permission.allowed) show({ message: permission.reason });
    else if (anchor.state !== 'orphaned') accept();
    else if (candidates?.[0] === undefined) show({ message: words.noCandidates });
    else put(candidates[0]);
  }

  const latest = useRef(acceptByKey);
  useEffect(() => {
    latest.current = acceptByKey;
  });
  // A key that was faster than the search waits for it.
  const isReady = candidates !== undefined;
  const isAsked = checkRequest?.annotationId === annotationId && checkRequest.key === 'anchor.accept';
  useEffect(() => {
    if (!isAsked || !isReady) return;
    requestCheck(null);
    latest.current();
  }, [isAsked, isReady, requestCheck]);

  return { accept, candidates, put };
}

/** The lost annotation after one, or else the first other one. */
function nextLost(annotations: readonly Annotation[], id: string): Annotation | undefined {
  const lost = annotations.filter(({ anchor }) => anchor.state === 'orphaned');
  const others = lost.filter((one) => one.id !== id);
  return others[lost.findIndex((one) => one.id === id)] ?? others[0];
}
