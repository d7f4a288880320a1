'use client';

import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import type { Annotation, Note } from '@/lib/domain/annotation';
import { can, reasonOf } from '@/lib/domain/policy';
import { messages } from '../messages';
import { card as cardWords } from '../messages/card';
import { IconButton } from '../ui/IconButton';
import { Menu, MenuItem } from '../ui/Menu';
import { Clamped } from './Clamped';
import { EditedMark } from './EditedMark';
import { RichTextView } from './RichTextView';
import { Signature } from './Signature';
import { usePartActs } from './use-part-acts';
import { useWorkbench } from './workbench-context';

const words = cardWords.note;

type NoteItemProps = {
  readonly annotation: Annotation;
  readonly note: Note;
  readonly onEdit: () => void;
};

/** A verification note with who wrote it and when. */
export function NoteItem({ annotation, note, onEdit }: NoteItemProps) {
  const { actor, people } = useWorkbench();
  const { removeNote } = usePartActs(annotation);
  const name = people[note.authorId]?.name ?? messages.margin.card.unknownPerson;
  const isEdited = note.changedAt !== note.createdAt;
  return (
    <li aria-label={words.by(name)} className="group/item mt-2">
      <div className="flex min-h-6 items-center gap-1 text-xs text-ink-3">
        <Signature personId={note.authorId} at={note.createdAt} full />
        {isEdited ? <EditedMark itemId={note.id} changedAt={note.changedAt} /> : null}
        <span className="flex-1" />
        <Menu
          align="end"
          trigger={
            <IconButton label={words.actionsFor(name)} size="sm" className="-my-1">
              <Ellipsis aria-hidden />
            </IconButton>
          }
        >
          <MenuItem
            icon={<Pencil aria-hidden />}
            onSelect={onEdit}
            reason={reasonOf(can(actor, 'note.change', { authorId: note.authorId }))}
          >
            {words.edit}
          </MenuItem>
          <MenuItem
            icon={<Trash2 aria-hidden />}
            danger
            onSelect={() => removeNote(note)}
            reason={reasonOf(can(actor, 'note.delete', { authorId: note.authorId }))}
          >
            {words.remove}
          </MenuItem>
        </Menu>
      </div>
      <Clamped lines={8}>
        <RichTextView body={note.body} />
      </Clamped>
    </li>
  );
}
