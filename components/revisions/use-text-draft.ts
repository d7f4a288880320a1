'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Revision } from '@/lib/domain/article';
import type { ArticleDoc } from '@/lib/domain/article-doc';
import { newId } from '@/lib/domain/new-id';
import type { ReviseCommand } from '@/lib/domain/text-commands';
import type { TextEdit } from '@/lib/domain/text-edit';
import type { KeptText, TextShelf } from '@/lib/workbench/text-shelf';
import { askServer, Refusal } from '../articles/ask-server';
import { articles } from '../messages/articles';

/** The revision that somebody else saved meanwhile. */
export type TextConflictInfo = { readonly number: number; readonly message: string };

/** What is being made of the text, and what becomes of it. */
export type TextDraft = {
  /** The revision that it is made from. */
  readonly base: Revision;
  readonly doc: ArticleDoc;
  readonly reason: string;
  readonly isChanged: boolean;
  /** It is from an earlier visit. */
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
  /** Goes on with a text of an earlier visit; `conflict` where it was made from an earlier revision. */
  readonly resume: (base: Revision, text: KeptText, conflict: TextConflictInfo | undefined) => void;
  /** Somebody else has saved a revision meanwhile. */
  readonly meet: (conflict: TextConflictInfo) => void;
  /** Saves it as one revision and gives its number; nothing when it was refused. */
  readonly save: () => Promise<number | undefined>;
  readonly discard: () => void;
};

type Work = {
  edits: readonly TextEdit[] | null;
  source: ReviseCommand['source'];
  ids: { readonly commandId: string; readonly revisionId: string };
};

const freshIds = (): Work['ids'] => ({ commandId: newId(), revisionId: newId() });

export function useTextDraft(articleId: string, revision: Revision, shelf: TextShelf): TextDraft {
  const [kept] = useState(shelf.inHand);
  const [base, setBase] = useState(revision);
  const [doc, setDoc] = useState<ArticleDoc>(kept?.doc ?? revision.doc);
  const [reason, setReason] = useState(kept?.reason ?? '');
  const [isChanged, setChanged] = useState(kept !== undefined);
  const [isRestored, setRestored] = useState(kept !== undefined);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [conflict, setConflict] = useState<TextConflictInfo>();
  const work = useRef<Work>({
    edits: kept === undefined ? [] : null,
    source: kept?.source ?? 'edited',
    ids: freshIds(),
  });

  useEffect(() => {
    if (!isChanged) return;
    const { source } = work.current;
    const made = { revisionId: base.id, revisionNumber: base.number };
    shelf.keep({ ...made, doc, reason, source, at: new Date().toISOString() });
  }, [shelf, base, doc, reason, isChanged]);

  const change = useCallback<TextDraft['change']>((next, edits) => {
    work.current.edits = edits(work.current.edits);
    // Another text is another revision, also for who sent the one before and got no answer.
    work.current.ids = freshIds();
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
      setChanged(false);
      shelf.forget();
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

  function goOn(next: Revision, nextDoc: ArticleDoc): void {
    work.current.edits = null;
    work.current.ids = freshIds();
    setBase(next);
    setDoc(nextDoc);
  }

  return {
    ...{ base, doc, reason, isChanged, isRestored, isBusy, failure, conflict, setReason, change, save },
    meet: setConflict,
    setSource(source) {
      work.current.source = source;
    },
    rebase(next, merged) {
      goOn(next, merged);
      setConflict(undefined);
    },
    resume(from, text, newer) {
      goOn(from, text.doc);
      work.current.source = text.source;
      setReason(text.reason);
      setChanged(true);
      setRestored(true);
      setFailure(undefined);
      setConflict(newer);
    },
    discard() {
      setChanged(false);
      shelf.forget();
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
