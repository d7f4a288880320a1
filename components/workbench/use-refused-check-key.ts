'use client';

import { useEffect } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { isChecked, refusalOfAct } from '@/lib/domain/laws/check-laws';
import { messages } from '../messages';
import { drift } from '../messages/drift';
import { useToast } from '../ui/Toast';
import { useWorkbench } from './workbench-context';

/** Answers a key that asks a card for what it cannot do: check what has no check, accept what nobody has changed. */
export function useRefusedCheckKey(annotation: Annotation): void {
  const { actor, checkRequest, requestCheck } = useWorkbench();
  const { show } = useToast();
  const key = checkRequest?.annotationId === annotation.id ? checkRequest.key : undefined;
  const isRefused = key === 'anchor.accept' ? annotation.anchor.state === 'exact' : !isChecked(annotation);
  const isAsked = key !== undefined && isRefused;
  const sentence =
    key === 'anchor.accept'
      ? drift.nothing
      : isAsked
        ? refusalOfAct('propose', actor, annotation)
        : undefined;
  useEffect(() => {
    if (!isAsked) return;
    requestCheck(null);
    if (sentence !== undefined) show({ message: messages.workbench.done.refused(sentence) });
  }, [isAsked, sentence, requestCheck, show]);
}
