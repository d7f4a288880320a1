'use client';

import type { Annotation } from '@/lib/domain/annotation';
import { CardDraft } from './CardDraft';
import { NoteItem } from './NoteItem';
import type { CardForms } from './use-card-forms';

/** The notes of an annotation in order; one being changed shows its editor in its place. */
export function NoteList({
  annotation,
  forms,
}: {
  readonly annotation: Annotation;
  readonly forms: CardForms;
}) {
  if (annotation.notes.length === 0) return null;
  return (
    <ul>
      {annotation.notes.map((note) => {
        const draft = forms.shown.find((other) => other.kind === 'note' && other.itemId === note.id);
        if (draft !== undefined) {
          return (
            <li key={note.id}>
              <CardDraft annotation={annotation} draft={draft} forms={forms} />
            </li>
          );
        }
        const base = { version: note.version, values: note.body };
        return (
          <NoteItem
            key={note.id}
            annotation={annotation}
            note={note}
            onEdit={() =>
              forms.begin({
                kind: 'note',
                annotationId: annotation.id,
                itemId: note.id,
                base,
                values: note.body,
                state: 'writing',
                message: null,
              })
            }
          />
        );
      })}
    </ul>
  );
}
