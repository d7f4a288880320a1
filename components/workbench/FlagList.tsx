'use client';

import type { Annotation, Flag } from '@/lib/domain/annotation';
import type { Draft } from '@/lib/workbench/drafts';
import { messages } from '../messages';
import { CardDraft } from './CardDraft';
import { FlagItem } from './FlagItem';
import type { CardForms } from './use-card-forms';

type FlagListProps = { readonly annotation: Annotation; readonly forms: CardForms };

/** The flags of an annotation, and the forms that raise, change or answer one. */
export function FlagList({ annotation, forms }: FlagListProps) {
  const shown = forms.shown.filter(({ kind }) => kind === 'flag' || kind === 'look');
  const replaced = new Set(shown.filter(({ kind }) => kind === 'flag').map(({ itemId }) => itemId));
  const flags = annotation.flags.filter(({ id }) => !replaced.has(id));
  return (
    <>
      {flags.length === 0 ? null : (
        <ul aria-label={messages.margin.flag.list}>
          {flags.map((flag) => (
            <FlagItem
              key={flag.id}
              annotation={annotation}
              flag={flag}
              onEdit={() => forms.begin(changeDraft(annotation.id, flag))}
              onLook={() => forms.begin(lookDraft(annotation.id, flag))}
            />
          ))}
        </ul>
      )}
      {shown.map((draft) => (
        <CardDraft
          key={`${draft.kind} ${draft.itemId}`}
          annotation={annotation}
          draft={draft}
          forms={forms}
        />
      ))}
    </>
  );
}

function changeDraft(annotationId: string, { id: itemId, version, reason, priority }: Flag): Draft {
  const values = { reason, priority };
  const base = { version, values };
  return { kind: 'flag', annotationId, itemId, base, values, state: 'writing', message: null };
}

function lookDraft(annotationId: string, { id: itemId }: Flag): Draft {
  const values = { note: '' };
  return { kind: 'look', annotationId, itemId, base: null, values, state: 'writing', message: null };
}
