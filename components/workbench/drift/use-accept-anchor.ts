'use client';

import { useEffect, useMemo, useRef } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import { can } from '@/lib/domain/policy';
import { reanchor } from '@/lib/domain/reanchor/reanchor';
import { drift as words } from '../../messages/drift';
import { useToast } from '../../ui/Toast';
import { useAct } from '../use-act';
import { useWorkbench } from '../workbench-context';

type AcceptAnchor = {
  /** Takes the passage as it stands now. */
  readonly accept: () => void;
  /** Where a lost passage may stand, the best first; none for one that is not lost. */
  readonly candidates: readonly Passage[];
  readonly put: (passage: Passage) => void;
};

const mostShown = 3;
/** What is less like the passage would only distract. */
const worthShowing = 0.4;

/** What can be done about a passage that new text has touched, moved or lost; the key for it does the best of these. */
export function useAcceptAnchor(annotation: Annotation): AcceptAnchor {
  const { actor, revision, checkRequest, requestCheck, speak } = useWorkbench();
  const { act } = useAct();
  const { show } = useToast();
  const { id: annotationId, version, anchor, authorId } = annotation;
  const candidates = useMemo(() => candidatesOf(anchor, revision.text), [anchor, revision.text]);

  function accept(): void {
    void act({ type: 'annotation.accept_anchor', annotationId, version });
    speak(words.accepted);
  }

  function put({ start, end }: Passage): void {
    const passage = { start, end };
    void act({
      type: 'annotation.change',
      annotationId,
      version,
      revisionId: revision.id,
      changes: { passage },
    });
    speak(words.taken);
  }

  function acceptByKey(): void {
    const permission = can(actor, 'annotation.change', { authorId });
    const [best] = candidates;
    if (!permission.allowed) show({ message: permission.reason });
    else if (anchor.state !== 'orphaned') accept();
    else if (best === undefined) show({ message: words.noCandidates });
    else put(best);
  }

  const latest = useRef(acceptByKey);
  useEffect(() => {
    latest.current = acceptByKey;
  });
  const isAsked = checkRequest?.annotationId === annotationId && checkRequest.key === 'anchor.accept';
  useEffect(() => {
    if (!isAsked) return;
    requestCheck(null);
    latest.current();
  }, [isAsked, requestCheck]);

  return { accept, candidates, put };
}

function candidatesOf(anchor: Annotation['anchor'], text: string): readonly Passage[] {
  if (anchor.state !== 'orphaned') return [];
  const [found] = reanchor({ oldText: '', newText: text }, [anchor]);
  if (found === undefined) return [];
  if (found.state !== 'orphaned') return [found];
  return found.candidates.filter(({ certainty }) => certainty >= worthShowing).slice(0, mostShown);
}
