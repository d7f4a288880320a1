'use client';

import { useEffect } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { isChecked, refusalOfAct } from '@/lib/domain/check-laws';
import { messages } from '../messages';
import { useToast } from '../ui/Toast';
import { useWorkbench } from './workbench-context';

/** Answers a key that asks for the check of what has none with the reason. */
export function useRefusedCheckKey(annotation: Annotation): void {
  const { actor, checkRequest, requestCheck } = useWorkbench();
  const { show } = useToast();
  const isAsked = checkRequest?.annotationId === annotation.id && !isChecked(annotation);
  const refusal = isAsked ? refusalOfAct('propose', actor, annotation) : undefined;
  useEffect(() => {
    if (!isAsked) return;
    requestCheck(null);
    if (refusal !== undefined) show({ message: messages.workbench.done.refused(refusal) });
  }, [isAsked, refusal, requestCheck, show]);
}
