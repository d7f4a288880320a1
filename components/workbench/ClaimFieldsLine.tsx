'use client';

import { Pencil, Plus } from 'lucide-react';
import type { Annotation, ClaimFields } from '@/lib/domain/annotation';
import { can } from '@/lib/domain/policy';
import { hasClaimFields } from '@/lib/workbench/blank-drafts';
import { card as cardWords } from '../messages/card';
import { claimWords } from '../messages/claim-words';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { CardDraft } from './CardDraft';
import { dayText } from './day-text';
import type { CardForms } from './use-card-forms';
import { useWorkbench } from './workbench-context';

const words = cardWords.claim;

type ClaimFieldsLineProps = { readonly annotation: Annotation; readonly forms: CardForms };

/** What is known of a claim in one line, or the form that changes it. Only claims have it. */
export function ClaimFieldsLine({ annotation, forms }: ClaimFieldsLineProps) {
  const { actor } = useWorkbench();
  const draft = forms.shown.find(({ kind }) => kind === 'claim');
  if (draft !== undefined) return <CardDraft annotation={annotation} draft={draft} forms={forms} />;
  if (annotation.mark !== 'claim') return null;
  const mayChange = can(actor, 'annotation.change', { authorId: annotation.authorId }).allowed;
  const isKnown = hasClaimFields(annotation.claim);
  if (!isKnown && !mayChange) return null;

  function begin(): void {
    const { id, claim, version } = annotation;
    forms.begin({
      kind: 'claim',
      annotationId: id,
      itemId: id,
      base: { version, values: claim },
      values: claim,
      state: 'writing',
      message: null,
    });
  }

  if (!isKnown) {
    return (
      <Button size="sm" variant="ghost" onClick={begin} className="mt-0.5 -ms-2.5 text-xs!">
        <Plus aria-hidden className="size-3.5" />
        {words.label}
      </Button>
    );
  }
  return (
    <div className="mt-1 flex items-start gap-1 text-xs text-ink-2">
      <p className="min-w-0 flex-1 py-1 break-words">{sentence(annotation.claim)}</p>
      {mayChange ? (
        <IconButton label={words.edit} size="sm" onClick={begin} className="-my-0.5 -me-1.5">
          <Pencil aria-hidden />
        </IconButton>
      ) : null}
    </div>
  );
}

/** "Statistic, Comparison · said by the port authority · on 3 Mar 2026" */
function sentence({ claimTypes, claimant, claimedOn }: ClaimFields): string {
  return [
    claimTypes.map((type) => claimWords.claimTypes[type]).join(', '),
    claimant === null || claimant === '' ? '' : words.saidBy(claimant),
    claimedOn === null ? '' : words.saidOn(dayText(claimedOn)),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
