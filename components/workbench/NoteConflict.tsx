'use client';

import type { Note } from '@/lib/domain/annotation';
import { messages } from '../messages';
import { card as cardWords } from '../messages/card';
import { Button } from '../ui/Button';
import { RichTextView } from './RichTextView';
import { useWorkbench } from './workbench-context';

const words = cardWords.conflict;

type NoteConflictProps = {
  readonly note: Pick<Note, 'authorId' | 'body'>;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
};

/** The newer words of a note that is being changed, above one's own, and the choice between them. Only its author changes a note's words. */
export function NoteConflict({ note, onKeepMine, onTakeTheirs }: NoteConflictProps) {
  const { actor, people } = useWorkbench();
  const isOwn = note.authorId === actor.userId;
  const name = people[note.authorId]?.name ?? messages.margin.card.unknownPerson;
  const title = isOwn ? words.titleOwn : words.title(name);
  return (
    <section aria-label={title} className="rounded-lg border border-warn/30 bg-warn-bg px-2.5 py-2">
      <p role="alert" className="text-sm font-medium text-warn">
        {title}
      </p>
      <div className="mt-1.5 rounded-md bg-sheet px-2 py-1.5">
        <p className="text-2xs font-medium text-ink-3">{isOwn ? words.saved : words.theirs}</p>
        <RichTextView body={note.body} />
      </div>
      <p className="mt-1.5 text-xs text-ink-2">{words.below}</p>
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
