'use client';

import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { Fragment } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { piecesWithMentions } from '@/lib/domain/mention';
import { can, reasonOf } from '@/lib/domain/policy';
import type { Person } from '@/lib/domain/team';
import type { Reply, Thread } from '@/lib/domain/thread';
import { messages } from '../../messages';
import { threads as threadsWords } from '../../messages/threads';
import { IconButton } from '../../ui/IconButton';
import { Menu, MenuItem } from '../../ui/Menu';
import { Clamped } from '../Clamped';
import { EditedMark } from '../EditedMark';
import { RichTextView } from '../RichTextView';
import { Signature } from '../Signature';
import { useWorkbench } from '../workbench-context';
import { useThreadActs } from './use-thread-acts';

const words = threadsWords;

type ReplyItemProps = {
  readonly annotation: Annotation;
  readonly thread: Thread;
  readonly reply: Reply;
  readonly onEdit: () => void;
};

/** What somebody said in a conversation, and when. */
export function ReplyItem({ annotation, thread, reply, onEdit }: ReplyItemProps) {
  const { actor, people, rules } = useWorkbench();
  const acts = useThreadActs(annotation);
  const name = people[reply.authorId]?.name ?? messages.margin.card.unknownPerson;
  const mentioned = reply.mentions.flatMap(
    (id) => people[id] ?? rules.members.find((member) => member.id === id) ?? [],
  );
  const about = { threadKind: thread.kind, authorId: reply.authorId };
  const mayChange = can(actor, 'reply.change', about);
  const mayDelete = can(actor, 'reply.delete', about);
  return (
    <li aria-label={words.by(name)} className="mt-1">
      <div className="flex min-h-6 items-center gap-1 text-xs text-ink-3">
        <Signature personId={reply.authorId} at={reply.createdAt} full />
        {reply.changedAt === reply.createdAt ? null : (
          <EditedMark itemId={reply.id} changedAt={reply.changedAt} />
        )}
        <span className="flex-1" />
        {mayChange.allowed || mayDelete.allowed ? (
          <Menu
            align="end"
            trigger={
              <IconButton label={words.actionsFor(name)} size="sm" className="-my-1">
                <Ellipsis aria-hidden />
              </IconButton>
            }
          >
            <MenuItem icon={<Pencil aria-hidden />} onSelect={onEdit} reason={reasonOf(mayChange)}>
              {words.edit}
            </MenuItem>
            <MenuItem
              icon={<Trash2 aria-hidden />}
              danger
              onSelect={() => acts.remove(thread, reply)}
              reason={reasonOf(mayDelete)}
            >
              {words.remove}
            </MenuItem>
          </Menu>
        ) : null}
      </div>
      <Clamped lines={8}>
        <RichTextView body={reply.body} text={(text) => <WithMentions text={text} people={mentioned} />} />
      </Clamped>
    </li>
  );
}

type WithMentionsProps = { readonly text: string; readonly people: readonly Person[] };

/** Words in which the names of mentioned people stand out. */
function WithMentions({ text, people }: WithMentionsProps) {
  let at = 0;
  return piecesWithMentions(text, people).map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.isMention ? (
      <strong key={key} className="font-semibold text-pencil">
        {piece.text}
      </strong>
    ) : (
      <Fragment key={key}>{piece.text}</Fragment>
    );
  });
}
