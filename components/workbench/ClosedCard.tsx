'use client';

import {
  MessageCircleQuestion,
  MessageSquareText,
  MessagesSquare,
  NotebookPen,
  Paperclip,
} from 'lucide-react';
import type { Annotation } from '@/lib/domain/annotation';
import { dueAtOf, standingProposal } from '@/lib/domain/check';
import { isChecked } from '@/lib/domain/laws/check-laws';
import { richTextToPlain } from '@/lib/domain/rich-text';
import { openQueries } from '@/lib/domain/thread';
import { isBlankDraft } from '@/lib/workbench/blank-drafts';
import { messages } from '../messages';
import { classNames } from '../ui/class-names';
import { useNow } from '../ui/use-now';
import { Clamped } from './Clamped';
import { useDrafts } from './use-drafts';

const words = messages.margin;

/** The few lines of a closed card: its latest note, else its quote; what its check came to; how much more there is; what is unsaved. */
export function ClosedCard({ annotation }: { readonly annotation: Annotation }) {
  const { notes, evidence, anchor, partOfId, repeatsId } = annotation;
  const latest = notes.at(-1);
  return (
    <>
      {latest === undefined ? (
        <Quote exact={anchor.exact} lines={2} />
      ) : (
        <Clamped lines={3} canExpand={false} className="mt-1">
          <span dir="auto" className="block whitespace-pre-line">
            {richTextToPlain(latest.body)}
          </span>
        </Clamped>
      )}
      <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-3 empty:hidden [&_svg]:size-3.5">
        {partOfId === null ? null : <span>{messages.compound.partShort}</span>}
        {repeatsId === null ? null : <span>{messages.compound.repeatShort}</span>}
        <Conclusion annotation={annotation} />
        {notes.length < 2 ? null : (
          <span className="inline-flex items-center gap-1">
            <MessageSquareText aria-hidden />
            {words.card.notes(notes.length)}
          </span>
        )}
        {evidence.length === 0 ? null : (
          <span className="inline-flex items-center gap-1">
            <Paperclip aria-hidden />
            {words.card.evidences(evidence.length)}
          </span>
        )}
        <Conversations threads={annotation.threads} />
        <Unsaved annotation={annotation} />
      </p>
    </>
  );
}

/** Open questions to the writer and open discussions. */
function Conversations({ threads }: Pick<Annotation, 'threads'>) {
  const queries = openQueries(threads).length;
  const discussions = threads.filter(
    ({ kind, resolved, replies }) => kind === 'discussion' && resolved === null && replies.length > 0,
  ).length;
  return (
    <>
      {queries === 0 ? null : (
        <span className="inline-flex items-center gap-1 text-warn">
          <MessageCircleQuestion aria-hidden />
          {words.card.openQueries(queries)}
        </span>
      )}
      {discussions === 0 ? null : (
        <span className="inline-flex items-center gap-1">
          <MessagesSquare aria-hidden />
          {words.card.discussions(discussions)}
        </span>
      )}
    </>
  );
}

/** What its check has come to, and whether it is late. */
function Conclusion({ annotation }: { readonly annotation: Annotation }) {
  const now = useNow();
  if (!isChecked(annotation)) return null;
  const proposal = standingProposal(annotation.check);
  const dueAt = dueAtOf(annotation.check);
  const isOverdue = dueAt !== null && new Date(dueAt) < now;
  return (
    <>
      {proposal === undefined ? null : (
        <span className="font-medium text-ink-2">
          {messages.words.outcomes[proposal.outcome]}
          {proposal.verdict === null ? '' : ` · ${proposal.verdict.label}`}
        </span>
      )}
      {isOverdue ? <span className="font-medium text-danger">{words.card.overdue}</span> : null}
    </>
  );
}

function Unsaved({ annotation }: { readonly annotation: Annotation }) {
  const { all } = useDrafts(annotation);
  const waiting = all.filter((draft) => draft.state !== 'sent' && !isBlankDraft(draft));
  if (waiting.length === 0) return null;
  const isRefused = waiting.some((draft) => draft.state === 'refused');
  return (
    <span
      className={isRefused ? 'inline-flex items-center gap-1 text-danger' : 'inline-flex items-center gap-1'}
    >
      <NotebookPen aria-hidden />
      {isRefused ? words.card.failed : words.card.draft}
    </span>
  );
}

/** The words that are marked. */
export function Quote({ exact, lines }: { readonly exact: string; readonly lines: 2 | 3 }) {
  return (
    <Clamped lines={lines} canExpand={lines === 3} className="mt-1 font-serif text-base text-ink-2 italic">
      <q
        dir="auto"
        className={classNames(
          "block [quotes:'“'_'”'] whitespace-pre-line",
          isQuoted(exact) && 'before:content-none after:content-none',
        )}
      >
        {exact}
      </q>
    </Clamped>
  );
}

/** A passage that brings its own quotation marks needs no others. */
const isQuoted = (words: string): boolean => /^["“„«‹‘「『]/u.test(words);
