'use client';

import { useState } from 'react';
import type { ArticleDetails } from '@/lib/domain/article';
import type { ArticleDraft } from '@/lib/domain/lists';
import {
  type BlockKind,
  blocksFrom,
  withBlockKind,
  withHeadline,
  withoutBlocks,
} from '@/lib/domain/text/draft';
import { type CorrectedDraft, corrected, typed, undone } from './draft-corrections';

/** A draft under correction. Corrections of its text can be taken back one by one. */
export type DraftDesk = {
  readonly draft: ArticleDraft;
  readonly canUndo: boolean;
  readonly setTitle: (title: string) => void;
  readonly setDetail: (name: Exclude<keyof ArticleDetails, 'title'>, value: string) => void;
  readonly setKind: (number: number, kind: BlockKind) => void;
  readonly leaveOut: (number: number, andAllBelow: boolean) => void;
  readonly undo: () => void;
};

/** Corrects a draft before it is saved. */
export function useDraft(first: ArticleDraft): DraftDesk {
  const [{ draft, past }, setState] = useState<CorrectedDraft>({ draft: first, past: [] });
  const correct = (to: (draft: ArticleDraft) => ArticleDraft) => setState((now) => corrected(now, to));
  const type = (to: (draft: ArticleDraft) => ArticleDraft) => setState((now) => typed(now, to));

  return {
    draft,
    canUndo: past.length > 0,
    setTitle: (title) => type((now) => withHeadline(now, title)),
    setDetail: (name, value) =>
      type((now) => ({ ...now, details: { ...now.details, [name]: value === '' ? null : value } })),
    setKind: (number, kind) => correct((now) => withBlockKind(now, number, kind)),
    leaveOut: (number, andAllBelow) =>
      correct((now) => withoutBlocks(now, andAllBelow ? blocksFrom(now.doc, number) : new Set([number]))),
    undo: () => setState(undone),
  };
}
