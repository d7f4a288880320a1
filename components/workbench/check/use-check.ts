'use client';

import { useEffect, useRef } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { CheckPlan } from '@/lib/domain/check';
import type { CommandAnswer } from '@/lib/domain/commands';
import { difference } from '@/lib/domain/laws/decide-parts';
import { messages } from '../../messages';
import { useToast } from '../../ui/Toast';
import { useWorkbench } from '../workbench-context';
import { spokenStep } from './spoken-step';
import { useKeptFocus } from './use-kept-focus';

/** The steps of a check that need no words: each is sent at once, and what came of it is said aloud. */
export type CheckDoing = {
  readonly take: () => void;
  readonly letGo: () => void;
  readonly resume: () => void;
  readonly signOff: () => void;
  readonly recheck: () => void;
  /** Changes the plan and offers to take it back. */
  readonly plan: (changes: Partial<CheckPlan>, done: string) => void;
  /** Says what came of a step; nothing when it was refused. */
  readonly say: (answer: CommandAnswer) => void;
};

type PlainStep = 'check.begin' | 'check.release' | 'check.resume' | 'check.sign_off' | 'check.recheck';

export function useCheck(annotation: Annotation): CheckDoing {
  const { propose, speak } = useWorkbench();
  const { show } = useToast();
  const annotationId = annotation.id;
  const keepFocus = useKeptFocus(annotation);
  // An Undo is pressed later, when others may have gone on.
  const now = useRef(annotation.check);
  useEffect(() => {
    now.current = annotation.check;
  });

  function say(answer: CommandAnswer): void {
    const sentence = answer.ok ? spokenStep(answer.event.body) : undefined;
    if (sentence !== undefined) speak(sentence);
  }

  function complain(answer: CommandAnswer): void {
    if (!answer.ok) show({ message: messages.margin.refused(answer.error.message), tone: 'danger' });
  }

  const step = (type: PlainStep) => (): void => {
    keepFocus();
    void propose({ type, annotationId, version: now.current.version }).then((answer) => {
      say(answer);
      complain(answer);
    });
  };

  const change = (changes: Partial<CheckPlan>): void =>
    void propose({ type: 'check.plan', annotationId, version: now.current.version, changes }).then(complain);

  return {
    take: step('check.begin'),
    letGo: step('check.release'),
    resume: step('check.resume'),
    signOff: step('check.sign_off'),
    recheck: step('check.recheck'),
    plan(changes, done) {
      const { before } = difference<CheckPlan, keyof CheckPlan>(now.current.plan, changes);
      if (Object.keys(before).length === 0) return;
      change(changes);
      show({ message: done, onUndo: () => change(before) });
    },
    say,
  };
}
