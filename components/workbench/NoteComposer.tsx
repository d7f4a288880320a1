'use client';

import { lazy, Suspense, useId, useState } from 'react';
import type { Note } from '@/lib/domain/annotation';
import { newId } from '@/lib/domain/new-id';
import { type RichText, richTextSchema, richTextToPlain } from '@/lib/domain/rich-text';
import type { DraftOf } from '@/lib/workbench/drafts';
import { messages } from '../messages';
import { Button } from '../ui/Button';
import { NoteConflict } from './NoteConflict';
import type { CardDrafts } from './use-drafts';

const load = () => import('./NoteEditor');
const NoteEditor = lazy(async () => ({ default: (await load()).NoteEditor }));
const words = messages.margin.note;

type NoteComposerProps = {
  readonly draft: DraftOf<'note'>;
  /** The note under change as it stands now; absent for a new one, and for one that was deleted meanwhile. */
  readonly note: Note | undefined;
  readonly drafts: CardDrafts;
  readonly onClose: () => void;
  readonly autoFocus: boolean;
};

/** Fetches the editor before it is wanted, so that the first letters typed find it. What fails is asked for again then. */
export function fetchNoteEditor(): void {
  load().catch(() => undefined);
}

/** A note being written. Every keystroke is kept as a draft; posting keeps it until the server has it. */
export function NoteComposer({ draft, note, drafts, onClose, autoFocus }: NoteComposerProps) {
  const messageId = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const [first] = useState(draft.values);
  const message = problem ?? draft.message;
  const isGone = draft.base !== null && note === undefined;
  const isOvertaken = draft.base !== null && note !== undefined && note.version > draft.base.version;

  function change(values: RichText): void {
    setProblem(null);
    drafts.write({ ...draft, values, state: 'writing', message: null });
  }

  function post(target: DraftOf<'note'>): void {
    const body = richTextSchema.safeParse(target.values);
    if (!body.success) {
      setProblem(body.error.issues[0]?.message ?? null);
      return;
    }
    setProblem(null);
    onClose();
    const { annotationId, itemId: noteId, base } = target;
    void drafts.send(
      { ...target, values: body.data },
      base === null
        ? { type: 'note.create', annotationId, noteId, body: body.data }
        : { type: 'note.change', annotationId, noteId, version: base.version, body: body.data },
    );
  }

  function leave(): void {
    if (richTextToPlain(draft.values).trim() === '') drafts.remove(draft);
    onClose();
  }

  function discard(): void {
    drafts.remove(draft);
    onClose();
  }

  function postAsNew(): void {
    const fresh = { ...draft, itemId: newId(), base: null };
    drafts.remove(draft);
    post(fresh);
  }

  return (
    <div className="mt-2 flex flex-col gap-1.5">
      {isOvertaken ? (
        <NoteConflict
          note={note}
          onKeepMine={() => post({ ...draft, base: { version: note.version, values: note.body } })}
          onTakeTheirs={discard}
        />
      ) : null}
      {isGone ? <p className="text-sm text-danger">{messages.margin.conflict.goneTitle}</p> : null}
      <Suspense fallback={<p className="py-2 text-sm text-ink-2">{words.loading}</p>}>
        <NoteEditor
          initial={first}
          autoFocus={autoFocus}
          onChange={change}
          onPost={() => (isOvertaken || isGone ? undefined : post(draft))}
          onLeave={leave}
          describedBy={message === null ? undefined : messageId}
        />
      </Suspense>
      {message === null ? null : (
        <p id={messageId} role="alert" className="text-sm text-danger">
          {message}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        {isGone ? (
          <Button size="sm" variant="primary" onClick={postAsNew}>
            {messages.margin.conflict.goneKeep}
          </Button>
        ) : isOvertaken ? null : (
          <Button size="sm" variant="primary" onClick={() => post(draft)}>
            {draft.state === 'refused' ? words.retry : draft.base === null ? words.post : words.save}
          </Button>
        )}
        <Button size="sm" variant="ghost" onClick={discard}>
          {words.discard}
        </Button>
        <span className="ms-auto text-2xs text-ink-3 max-phone:hidden">{words.hint}</span>
      </div>
    </div>
  );
}
