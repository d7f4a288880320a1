'use client';

import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { refusalOfAct } from '@/lib/domain/laws/check-laws';
import type { CheckKeyId } from '@/lib/workbench/key-commands';
import { check as words } from '../../messages/check';
import { useToast } from '../../ui/Toast';
import type { CardForms } from '../use-card-forms';
import { useWorkbench } from '../workbench-context';
import { beginStep, isCheckDraft } from './begin-step';
import { CheckDraftForm } from './CheckDraftForm';
import { CheckNotices } from './CheckNotices';
import { CheckStepButtons } from './CheckStepButtons';
import { ConclusionView } from './ConclusionView';
import { HolderLine } from './HolderLine';
import { PlanLine } from './PlanLine';
import { useCheck } from './use-check';

const VotesLine = lazy(async () => ({ default: (await import('./VotesLine')).VotesLine }));

type CheckSectionProps = { readonly annotation: Annotation; readonly forms: CardForms };

/** The check of a claim on its card: plan, who is on it, what was concluded, and the steps that can be taken now. */
export function CheckSection({ annotation, forms }: CheckSectionProps) {
  const { actor, ballots, clocks, checkRequest, requestCheck } = useWorkbench();
  const { show } = useToast();
  const doing = useCheck(annotation);

  function obey(key: CheckKeyId): void {
    const isMine = annotation.check.holder?.byId === actor.userId;
    const act = key === 'check.take' ? (isMine ? 'release' : 'begin') : actOfKey[key];
    const refusal = refusalOfAct(act, actor, annotation);
    if (refusal !== undefined) {
      show({ message: words.done.refused(refusal) });
      return;
    }
    if (act === 'begin') doing.take();
    else if (act === 'release') doing.letGo();
    else if (act === 'recheck') doing.recheck();
    else forms.begin(beginStep(act === 'propose' ? 'proposal' : 'second_check', annotation));
  }

  const latest = useRef(obey);
  useEffect(() => {
    latest.current = obey;
  });
  useEffect(() => {
    if (checkRequest?.annotationId !== annotation.id || checkRequest.key === 'anchor.accept') return;
    latest.current(checkRequest.key);
    requestCheck(null);
  }, [checkRequest, requestCheck, annotation.id]);

  const wasInSession =
    clocks[annotation.id] !== undefined || ballots.some((one) => one.annotationId === annotation.id);
  const drafts = forms.shown.filter(isCheckDraft);
  return (
    <section aria-label={words.label} className="mt-2 border-t pt-1.5">
      <PlanLine
        annotation={annotation}
        doing={doing}
        onOtherTime={() => forms.begin(beginStep('due', annotation))}
      />
      <HolderLine annotation={annotation} doing={doing} />
      {wasInSession ? (
        <Suspense>
          <VotesLine annotationId={annotation.id} />
        </Suspense>
      ) : null}
      <CheckNotices annotation={annotation} />
      <ConclusionView annotation={annotation} />
      {drafts.map((draft) => (
        <CheckDraftForm key={draft.kind} annotation={annotation} draft={draft} forms={forms} doing={doing} />
      ))}
      <CheckStepButtons annotation={annotation} forms={forms} doing={doing} />
    </section>
  );
}

const actOfKey = {
  'check.propose': 'propose',
  'check.review': 'review',
  'check.recheck': 'recheck',
} as const;
