'use client';

import { Check, ChevronDown, ChevronRight, Reply as ReplyIcon, RotateCcw } from 'lucide-react';
import { useId, useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { newId } from '@/lib/domain/new-id';
import { can, reasonOf } from '@/lib/domain/policy';
import type { Reply, Thread } from '@/lib/domain/thread';
import type { DraftOf } from '@/lib/workbench/drafts';
import { changedReply, newReply } from '@/lib/workbench/thread-drafts';
import { messages } from '../../messages';
import { card as cardWords } from '../../messages/card';
import { threads as threadsWords } from '../../messages/threads';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import { IconButton } from '../../ui/IconButton';
import { StatusChip } from '../../ui/StatusChip';
import type { CardForms } from '../use-card-forms';
import { useWorkbench } from '../workbench-context';
import { ReplyItem } from './ReplyItem';
import { ThreadComposer } from './ThreadComposer';
import { ThreadIcon } from './ThreadIcon';
import { useThreadActs } from './use-thread-acts';

const words = threadsWords;

type ThreadItemProps = {
  readonly annotation: Annotation;
  readonly thread: Thread;
  readonly forms: CardForms;
};

/** A conversation: what kind, who said what, and what can be done. Once resolved it folds into one line. */
export function ThreadItem({ annotation, thread, forms }: ThreadItemProps) {
  const { actor, people } = useWorkbench();
  const acts = useThreadActs(annotation);
  const [isUnfolded, setUnfolded] = useState(false);
  const bodyId = useId();
  const { kind, resolved } = thread;
  const nameOf = (id: string): string => people[id]?.name ?? messages.margin.card.unknownPerson;
  const drafts = forms.shown.filter(
    (draft): draft is DraftOf<'reply'> => draft.kind === 'reply' && draft.values.threadId === thread.id,
  );
  const answer = drafts.find(({ base }) => base === null);
  const isOpen = resolved === null || isUnfolded || drafts.length > 0;
  const isQuery = kind === 'author_query';
  return (
    <li
      aria-label={words.label(words.kinds[kind], nameOf(thread.authorId))}
      className={classNames(
        'rounded-lg border px-2.5 py-1.5',
        isQuery && resolved === null ? 'border-warn/40 bg-warn-bg/40' : 'border-line-2',
      )}
    >
      <div className="flex min-h-6 flex-wrap items-center gap-x-1.5 gap-y-0.5 text-xs text-ink-2">
        <ThreadIcon kind={kind} />
        <span className="font-semibold">{words.kinds[kind]}</span>
        {resolved === null ? (
          isQuery ? (
            <StatusChip tone="amber">{words.blocks}</StatusChip>
          ) : null
        ) : (
          <>
            <StatusChip tone="green" icon={<Check aria-hidden />}>
              {words.resolved}
            </StatusChip>
            <span className="text-ink-3">{words.replies(thread.replies.length)}</span>
            <span className="flex-1" />
            <IconButton
              label={(isOpen ? words.hide : words.show)(words.kinds[kind])}
              size="sm"
              aria-expanded={isOpen}
              aria-controls={bodyId}
              onClick={() => setUnfolded(!isOpen)}
              className="-my-1 -me-1.5"
            >
              {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
            </IconButton>
          </>
        )}
      </div>
      <div id={bodyId} hidden={!isOpen}>
        <Replies annotation={annotation} thread={thread} forms={forms} drafts={drafts} />
        {resolved === null ? null : (
          <p className="mt-1 text-xs text-ink-3">{words.resolvedBy(nameOf(resolved.byId))}</p>
        )}
        {answer === undefined ? (
          <div className="mt-1.5 mb-0.5 flex flex-wrap items-center gap-1.5">
            <Button
              size="sm"
              onClick={() => forms.begin(newReply(thread, annotation.id, newId()))}
              reason={reasonOf(can(actor, 'thread.reply', { threadKind: kind }))}
            >
              <ReplyIcon aria-hidden className="size-3.5" />
              {words.reply[kind]}
            </Button>
            {can(actor, 'thread.resolve').allowed ? (
              <Button
                size="sm"
                variant="ghost"
                onClick={() => (resolved === null ? acts.resolve(thread) : acts.reopen(thread))}
              >
                {resolved === null ? (
                  <Check aria-hidden className="size-3.5" />
                ) : (
                  <RotateCcw aria-hidden className="size-3.5" />
                )}
                {resolved === null ? words.resolve : words.reopen}
              </Button>
            ) : null}
          </div>
        ) : (
          <ThreadComposer
            draft={answer}
            reply={undefined}
            drafts={forms.drafts}
            onClose={() => forms.close(answer)}
            onPosted={() => (resolved === null ? undefined : acts.sayReopened())}
            label={words.replyTo[kind]}
            postLabel={words.replyPost}
            hint={resolved === null ? undefined : words.reopens}
          />
        )}
      </div>
    </li>
  );
}

/** What was said, in order; what is being changed stands in its place. */
function Replies({
  annotation,
  thread,
  forms,
  drafts,
}: ThreadItemProps & { readonly drafts: readonly DraftOf<'reply'>[] }) {
  const changing = (draft: DraftOf<'reply'>, reply: Reply | undefined) => (
    <ThreadComposer
      key={draft.itemId}
      draft={draft}
      reply={reply}
      drafts={forms.drafts}
      onClose={() => forms.close(draft)}
      label={words.editForm}
      postLabel={cardWords.note.save}
    />
  );
  return (
    <>
      <ul>
        {thread.replies.map((reply) => {
          const draft = drafts.find(({ base, itemId }) => base !== null && itemId === reply.id);
          return draft === undefined ? (
            <ReplyItem
              key={reply.id}
              annotation={annotation}
              thread={thread}
              reply={reply}
              onEdit={() => forms.begin(changedReply(thread, annotation.id, reply))}
            />
          ) : (
            <li key={reply.id}>{changing(draft, reply)}</li>
          );
        })}
      </ul>
      {/* What was under change and is deleted has no line any more; its words stay. */}
      {drafts
        .filter(({ base, itemId }) => base !== null && !thread.replies.some(({ id }) => id === itemId))
        .map((draft) => changing(draft, undefined))}
    </>
  );
}
