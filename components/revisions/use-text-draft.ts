'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Revision } from '@/lib/domain/article';
import type { ArticleDoc } from '@/lib/domain/article-doc';
import { newId } from '@/lib/domain/new-id';
import type { ReviseCommand } from '@/lib/domain/text-commands';
import type { TextEdit } from '@/lib/domain/text-edit';
import { askServer, Refusal } from '../articles/ask-server';
import { useLeaveWarning } from '../articles/use-leave-warning';
import { articles } from '../messages/articles';
import { keptText } from './kept-text';

/** The revision that somebody else saved meanwhile. */
export type TextConflictInfo = { readonly number: number; readonly message: string };

/** What is being made of the text, and what becomes of it. */
export type TextDraft = {
  /** The revision that it is made from. */
  readonly base: Revision;
  readonly doc: ArticleDoc;
  readonly reason: string;
  readonly isChanged: boolean;
  /** It is from an earlier visit of this tab. */
  readonly isRestored: boolean;
  readonly isBusy: boolean;
  readonly failure: string | undefined;
  readonly conflict: TextConflictInfo | undefined;
  readonly setReason: (reason: string) => void;
  readonly setSource: (source: ReviseCommand['source']) => void;
  readonly change: (
    doc: ArticleDoc,
    edits: (before: readonly TextEdit[] | null) => readonly TextEdit[] | null,
  ) => void;
  /** Goes on from another revision, with a document that was made on it. */
  readonly rebase: (base: Revision, doc: ArticleDoc) => void;
  /** Saves it as one revision and gives its number; nothing when it was refused. */
  readonly save: () => Promise<number | undefined>;
  readonly discard: () => void;
};

const keepAfterMs = 400;

export function useTextDraft(articleId: string, revision: Revision): TextDraft {
  const shelf = useMemo(() => keptText(articleId, revision.id), [articleId, revision.id]);
  const [kept] = useState(shelf.find);
  const [base, setBase] = useState(revision);
  const [doc, setDoc] = useState<ArticleDoc>(kept?.doc ?? revision.doc);
  const [reason, setReason] = useState(kept?.reason ?? '');
  const [isChanged, setChanged] = useState(kept !== undefined);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [conflict, setConflict] = useState<TextConflictInfo>();
  const work = useRef({
    edits: (kept === undefined ? [] : null) as readonly TextEdit[] | null,
    source: 'edited' as ReviseCommand['source'],
    ids: { commandId: newId(), revisionId: newId() },
  });
  useLeaveWarning(isChanged && !isBusy);

  useEffect(() => {
    if (!isChanged) return;
    const timer = setTimeout(() => shelf.keep({ doc, reason }), keepAfterMs);
    return () => clearTimeout(timer);
  }, [shelf, doc, reason, isChanged]);

  const change = useCallback<TextDraft['change']>((next, edits) => {
    work.current.edits = edits(work.current.edits);
    // Another text is another revision, also for who sent the one before and got no answer.
    work.current.ids = { commandId: newId(), revisionId: newId() };
    setDoc(next);
    setChanged(true);
    setFailure(undefined);
  }, []);

  async function save(): Promise<number | undefined> {
    if (isBusy || !isChanged) return undefined;
    setBusy(true);
    setFailure(undefined);
    const { edits, source, ids } = work.current;
    const command: ReviseCommand = {
      ...ids,
      type: 'article.revise',
      baseRevisionId: base.id,
      doc,
      edits: edits === null ? null : [...edits],
      source,
      reason,
    };
    try {
      const answer = await askServer(`/api/articles/${articleId}/revisions`, { body: command });
      shelf.forget();
      setChanged(false);
      // Our own door made this answer; its shape is the door's contract.
      return (answer as { readonly revision: { readonly number: number } }).revision.number;
    } catch (error) {
      setBusy(false);
      const number = error instanceof Refusal ? newerNumber(error) : undefined;
      const message = error instanceof Refusal ? error.message : articles.noAnswer;
      if (number === undefined) setFailure(message);
      else setConflict({ number, message });
      return undefined;
    }
  }

  return {
    ...{ base, doc, reason, isChanged, isBusy, failure, conflict, setReason, change, save },
    isRestored: kept !== undefined,
    setSource(source) {
      work.current.source = source;
    },
    rebase(next, merged) {
      work.current.edits = null;
      work.current.ids = { commandId: newId(), revisionId: newId() };
      setBase(next);
      setDoc(merged);
      setConflict(undefined);
    },
    discard() {
      shelf.forget();
      setChanged(false);
    },
  };
}

function newerNumber({ code, error }: Refusal): number | undefined {
  if (code !== 'STALE' || typeof error !== 'object' || error === null || !('current' in error))
    return undefined;
  const { current } = error;
  const isNamed = typeof current === 'object' && current !== null && 'number' in current;
  return isNamed && typeof current.number === 'number' ? current.number : undefined;
}
