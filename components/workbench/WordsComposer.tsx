'use client';

import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { type RichText, richTextToPlain } from '@/lib/domain/rich-text';
import { richTextSchema } from '@/lib/domain/rich-text-schema';
import type { Person } from '@/lib/domain/team';
import { mergeRichText } from '@/lib/domain/text/merge-words';
import type { Draft } from '@/lib/workbench/drafts';
import { card as cardWords } from '../messages/card';
import { Button } from '../ui/Button';
import { NoteConflict } from './NoteConflict';

const load = () => import('./NoteEditor');
const NoteEditor = lazy(async () => ({ default: (await load()).NoteEditor }));
const words = cardWords.note;

type WordsComposerProps = {
  /** The draft's words, which the caller keeps. */
  readonly body: RichText;
  readonly draft: Pick<Draft, 'state' | 'message'>;
  /** The version and the words that a change began from; absent for something new. */
  readonly base: { readonly version: number; readonly body: RichText } | null;
  /** What is under change as it stands now; absent for something new, and for what was deleted meanwhile. */
  readonly current:
    | { readonly version: number; readonly body: RichText; readonly authorId: string }
    | undefined;
  readonly label: string;
  readonly postLabel: string;
  readonly hint?: ReactNode;
  /** Who can be mentioned, and who was picked from the list already. */
  readonly mentions?: { readonly members: readonly Person[]; readonly chosen: readonly string[] } | undefined;
  readonly autoFocus: boolean;
  readonly onChange: (body: RichText, chosen: readonly string[]) => void;
  /** The words as the schema reads them; `over` is the version that they are to replace. */
  readonly onPost: (
    body: RichText,
    over: { readonly version: number; readonly body: RichText } | null,
  ) => void;
  /** Goes on with other words, joined from one's own and `over`'s, which they are then to replace. */
  readonly onMerge: (body: RichText, over: { readonly version: number; readonly body: RichText }) => void;
  /** One's own words lose against newer ones: the history is to keep them. */
  readonly onSetAside: (words: string) => void;
  /** What was deleted meanwhile is posted as something new. */
  readonly onPostAsNew?: ((body: RichText) => void) | undefined;
  /** Leaves; `isEmpty` when there is nothing to keep. */
  readonly onLeave: (isEmpty: boolean) => void;
  readonly onDiscard: () => void;
};

/** Fetches the editor before it is wanted, so that the first letters typed find it. What fails is asked for again then. */
export function fetchNoteEditor(): void {
  load().catch(() => undefined);
}

/** Words in the small editor: posting, what stands in their way, and a newer version beside one's own. */
export function WordsComposer({
  body,
  draft,
  base,
  current,
  label,
  postLabel,
  hint,
  mentions,
  autoFocus,
  onChange,
  onPost,
  onMerge,
  onSetAside,
  onPostAsNew,
  onLeave,
  onDiscard,
}: WordsComposerProps) {
  const messageId = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const [first, setFirst] = useState({ body, number: 0 });
  const message = problem ?? draft.message;
  const isGone = base !== null && current === undefined;
  const isOvertaken = base !== null && current !== undefined && current.version > base.version;

  function checked(post: (body: RichText) => void): void {
    const parsed = richTextSchema.safeParse(body);
    setProblem(parsed.success ? null : (parsed.error.issues[0]?.message ?? null));
    if (parsed.success) post(parsed.data);
  }

  function change(next: RichText, chosen: readonly string[]): void {
    setProblem(null);
    onChange(next, chosen);
  }

  function takeTheirs(): void {
    onSetAside(richTextToPlain(body));
    onDiscard();
  }

  function merge(from: RichText, theirs: NonNullable<WordsComposerProps['current']>): void {
    const merged = mergeRichText({ base: from, mine: body, theirs: theirs.body });
    onSetAside(richTextToPlain(body));
    onMerge(merged, theirs);
    // The editor begins again with the joined words.
    setFirst(({ number }) => ({ body: merged, number: number + 1 }));
  }

  const post = (): void => checked((checkedBody) => onPost(checkedBody, null));
  return (
    <div className="mt-2 flex flex-col gap-1.5">
      {isOvertaken ? (
        <NoteConflict
          note={current}
          mine={body}
          onKeepMine={() => checked((checkedBody) => onPost(checkedBody, current))}
          onTakeTheirs={takeTheirs}
          onMerge={() => merge(base.body, current)}
        />
      ) : null}
      {isGone ? <p className="text-sm text-danger">{cardWords.conflict.goneTitle}</p> : null}
      {hint === undefined ? null : <p className="text-xs text-ink-2">{hint}</p>}
      <Suspense fallback={<p className="py-2 text-sm text-ink-2">{words.loading}</p>}>
        <NoteEditor
          key={first.number}
          label={label}
          initial={first.body}
          autoFocus={autoFocus}
          mentions={mentions}
          onChange={change}
          onPost={() => (isOvertaken || isGone ? undefined : post())}
          onLeave={() => onLeave(richTextToPlain(body).trim() === '')}
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
          onPostAsNew === undefined ? null : (
            <Button size="sm" variant="primary" onClick={() => checked(onPostAsNew)}>
              {cardWords.conflict.goneKeep}
            </Button>
          )
        ) : isOvertaken ? null : (
          <Button size="sm" variant="primary" onClick={post}>
            {draft.state === 'refused' ? words.retry : postLabel}
          </Button>
        )}
        <Button size="sm" variant="ghost" onClick={onDiscard}>
          {words.discard}
        </Button>
        <span className="ms-auto text-2xs text-ink-3 max-phone:hidden">{words.hint}</span>
      </div>
    </div>
  );
}
