'use client';

import { useState } from 'react';
import type { ArticleDetails } from '@/lib/domain/article';
import { type BlockKind, blocksFrom, withBlockKind, withHeadline, withoutBlocks } from '@/lib/domain/draft';
import type { ArticleDraft } from '@/lib/domain/lists';

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
  const [{ draft, past }, setState] = useState<State>({ draft: first, past: [] });

  /** Typing in a field is undone by the field itself; it does not fill the list of corrections. */
  const type = (to: (draft: ArticleDraft) => ArticleDraft) =>
    setState((now) => ({ ...now, draft: to(now.draft) }));
  const correct = (to: (draft: ArticleDraft) => ArticleDraft) =>
    setState((now) => {
      const next = to(now.draft);
      if (next === now.draft) return now;
      const correction = { before: now.draft, titleAfter: next.details.title };
      return { draft: next, past: [...now.past, correction].slice(-200) };
    });

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

type State = {
  readonly draft: ArticleDraft;
  readonly past: readonly { readonly before: ArticleDraft; readonly titleAfter: string }[];
};

/** Only the text goes back: what was typed about the article since the correction stays. */
function undone(now: State): State {
  const last = now.past.at(-1);
  if (last === undefined) return now;
  const { title } = now.draft.details;
  const before = { ...last.before, details: { ...now.draft.details, title: last.before.details.title } };
  const draft = title === last.titleAfter ? before : withHeadline(before, title);
  return { draft, past: now.past.slice(0, -1) };
}
