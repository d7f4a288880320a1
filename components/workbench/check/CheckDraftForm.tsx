'use client';

import type { Annotation } from '@/lib/domain/annotation';
import type { CardForms } from '../use-card-forms';
import type { CheckDraft } from './begin-step';
import { DecisionForm } from './DecisionForm';
import { DueForm } from './DueForm';
import { ProposalForm } from './ProposalForm';
import { ReasonForm } from './ReasonForm';
import { SecondCheckForm } from './SecondCheckForm';
import type { CheckDoing } from './use-check';
import { WaitForm } from './WaitForm';

type CheckDraftFormProps = {
  readonly annotation: Annotation;
  readonly draft: CheckDraft;
  readonly forms: CardForms;
  readonly doing: CheckDoing;
};

/** The form of a step in the check, whichever it is. */
export function CheckDraftForm({ annotation, draft, forms, doing }: CheckDraftFormProps) {
  const given = { annotation, doing, drafts: forms.drafts, onClose: () => forms.close(draft) };
  switch (draft.kind) {
    case 'proposal':
      return (
        <ProposalForm
          {...given}
          draft={draft}
          onBecome={(next) => {
            forms.drafts.remove(draft);
            forms.begin(next);
          }}
        />
      );
    case 'second_check':
      return <SecondCheckForm {...given} draft={draft} />;
    case 'decision':
      return <DecisionForm {...given} draft={draft} />;
    case 'waiting':
      return <WaitForm {...given} draft={draft} />;
    case 'due':
      return <DueForm {...given} draft={draft} />;
    case 'dispute':
    case 'withdrawal':
    case 'reopening':
      return <ReasonForm {...given} draft={draft} />;
  }
}
