'use client';

import { TriangleAlert } from 'lucide-react';
import type { Annotation } from '@/lib/domain/annotation';
import { evidenceFieldsOf } from '@/lib/domain/evidence';
import { originWarning } from '@/lib/domain/laws/independence';
import { card as cardWords } from '../messages/card';
import { CardDraft } from './CardDraft';
import { EvidenceItem } from './EvidenceItem';
import { useCaptures } from './use-captures';
import type { CardForms } from './use-card-forms';
import { useWorkbench } from './workbench-context';

type EvidenceListProps = { readonly annotation: Annotation; readonly forms: CardForms };

/** The evidence of an annotation in order; a piece being changed shows its form in its place. */
export function EvidenceList({ annotation, forms }: EvidenceListProps) {
  const { actor } = useWorkbench();
  const captures = useCaptures(actor, annotation);
  if (annotation.evidence.length === 0) return null;
  const warning = originWarning(annotation.evidence);
  return (
    <ul aria-label={cardWords.evidence.list} className="mt-2">
      {annotation.evidence.map((evidence) => {
        const draft = forms.shown.find((other) => other.kind === 'evidence' && other.itemId === evidence.id);
        if (draft !== undefined) {
          return (
            <li key={evidence.id}>
              <CardDraft annotation={annotation} draft={draft} forms={forms} />
            </li>
          );
        }
        const values = evidenceFieldsOf(evidence);
        return (
          <EvidenceItem
            key={evidence.id}
            annotation={annotation}
            evidence={evidence}
            captures={captures}
            onEdit={() =>
              forms.begin({
                kind: 'evidence',
                annotationId: annotation.id,
                itemId: evidence.id,
                base: { version: evidence.version, values },
                values,
                state: 'writing',
                message: null,
              })
            }
          />
        );
      })}
      {warning === undefined ? null : (
        <li className="mt-1.5 flex gap-1.5 text-sm text-warn">
          <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {warning}
        </li>
      )}
    </ul>
  );
}
