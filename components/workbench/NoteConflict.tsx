'use client';

import type { Note } from '@/lib/domain/annotation';
import type { RichText } from '@/lib/domain/rich-text';
import { messages } from '../messages';
import { Button } from '../ui/Button';
import { RichTextView } from './RichTextView';
import { useWorkbench } from './workbench-context';

const words = messages.margin.conflict;

type NoteConflictProps = {
  readonly note: Note;
  readonly mine: RichText;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
};

/** Two versions of one note side by side, and the choice between them. Only its author changes a note's words. */
export function NoteConflict({ note, mine, onKeepMine, onTakeTheirs }: NoteConflictProps) {
  const { actor, people } = useWorkbench();
  const isOwn = note.authorId === actor.userId;
  const name = people[note.authorId]?.name ?? messages.margin.card.unknownPerson;
  const title = isOwn ? words.titleOwn : words.title(name);
  return (
    <section aria-label={title} className="rounded-lg border border-warn/30 bg-warn-bg px-2.5 py-2">
      <p role="alert" className="text-sm font-medium text-warn">
        {title}
      </p>
      <Version label={isOwn ? words.saved : words.theirs} body={note.body} />
      <Version label={words.mine} body={mine} />
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Button size="sm" onClick={onKeepMine}>
          {words.keepMine}
        </Button>
        <Button size="sm" onClick={onTakeTheirs}>
          {isOwn ? words.takeSaved : words.takeTheirs}
        </Button>
      </div>
    </section>
  );
}

function Version({ label, body }: { readonly label: string; readonly body: RichText }) {
  return (
    <div className="mt-1.5 rounded-md bg-sheet px-2 py-1.5">
      <p className="text-2xs font-medium text-ink-3">{label}</p>
      <RichTextView body={body} />
    </div>
  );
}
