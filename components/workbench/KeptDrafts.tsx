'use client';

import type { Draft } from '@/lib/workbench/drafts';
import { card as cardWords } from '../messages/card';
import { threads as threadsWords } from '../messages/threads';
import { Button } from '../ui/Button';
import type { CardForms } from './use-card-forms';

const words = cardWords.form;

/** Drafts that wait on this device: go on with them, or drop them. */
export function KeptDrafts({ forms }: { readonly forms: CardForms }) {
  if (forms.kept.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-col gap-1">
      {forms.kept.map((draft) => (
        <li
          key={`${draft.kind} ${draft.itemId}`}
          className="flex flex-wrap items-center gap-1 rounded-md border border-dashed border-line-2 py-0.5 ps-2.5 pe-1 text-xs text-ink-2"
        >
          <span className="min-w-0 flex-1">
            {draft.isRecovered ? words.recovered(nameOf(draft)) : words.kept(nameOf(draft))}
          </span>
          <Button size="sm" variant="ghost" onClick={() => forms.open(draft)}>
            {words.resume}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => forms.drafts.remove(draft)}>
            {words.discard}
          </Button>
        </li>
      ))}
    </ul>
  );
}

const nameOf = (draft: Draft): string =>
  draft.kind === 'thread' ? threadsWords.kinds[draft.values.kind] : words.drafts[draft.kind];
