'use client';

import type { Note } from '@/lib/domain/annotation';
import type { RichText } from '@/lib/domain/rich-text';
import { messages } from '../messages';
import { card as cardWords } from '../messages/card';
import { RichTextView } from './RichTextView';
import { TwoTexts } from './TwoTexts';
import { useWorkbench } from './workbench-context';

const words = cardWords.conflict;

type NoteConflictProps = {
  readonly note: Pick<Note, 'authorId' | 'body'>;
  readonly mine: RichText;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onMerge: () => void;
};

/** The newer words of a note that is being changed, beside one's own. Only its author changes a note's words, in another window. */
export function NoteConflict({ note, mine, onKeepMine, onTakeTheirs, onMerge }: NoteConflictProps) {
  const { actor, people } = useWorkbench();
  const isOwn = note.authorId === actor.userId;
  const name = people[note.authorId]?.name ?? messages.margin.card.unknownPerson;
  return (
    <TwoTexts
      title={isOwn ? words.titleOwn : words.title(name)}
      mine={<RichTextView body={mine} />}
      theirs={<RichTextView body={note.body} />}
      theirsLabel={isOwn ? words.saved : words.theirs}
      takeLabel={isOwn ? words.takeSaved : words.takeTheirs}
      onKeepMine={onKeepMine}
      onTakeTheirs={onTakeTheirs}
      onMerge={onMerge}
    />
  );
}
