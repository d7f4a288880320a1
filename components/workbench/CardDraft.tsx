'use client';

import { lazy, Suspense } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { Draft } from '@/lib/workbench/drafts';
import { card as cardWords } from '../messages/card';
import { ClaimFieldsForm } from './ClaimFieldsForm';
import { FlagForm } from './FlagForm';
import { LookForm } from './LookForm';
import { NoteComposer } from './NoteComposer';
import type { CardForms } from './use-card-forms';

const EvidenceForm = lazy(async () => ({ default: (await import('./EvidenceForm')).EvidenceForm }));

type CardDraftProps = {
  readonly annotation: Annotation;
  readonly draft: Draft;
  readonly forms: CardForms;
};

/** The form of a draft, whichever kind it is. */
export function CardDraft({ annotation, draft, forms }: CardDraftProps) {
  const { drafts } = forms;
  const onClose = (): void => forms.close(draft);
  const byId = ({ id }: { readonly id: string }): boolean => id === draft.itemId;
  switch (draft.kind) {
    case 'note':
      return (
        <NoteComposer
          draft={draft}
          note={annotation.notes.find(byId)}
          drafts={drafts}
          onClose={onClose}
          autoFocus
        />
      );
    case 'evidence':
      return (
        <Suspense fallback={<p className="mt-2.5 text-sm text-ink-3">{cardWords.form.opening}</p>}>
          <EvidenceForm
            draft={draft}
            current={annotation.evidence.find(byId)}
            drafts={drafts}
            onClose={onClose}
          />
        </Suspense>
      );
    case 'flag':
      return (
        <FlagForm draft={draft} current={annotation.flags.find(byId)} drafts={drafts} onClose={onClose} />
      );
    case 'look': {
      const flag = annotation.flags.find(byId);
      return flag === undefined ? null : (
        <LookForm draft={draft} flag={flag} drafts={drafts} onClose={onClose} />
      );
    }
    case 'claim':
      return <ClaimFieldsForm draft={draft} annotation={annotation} drafts={drafts} onClose={onClose} />;
    default:
      return null; // sections with drafts of their own show their forms themselves
  }
}
