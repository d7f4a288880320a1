import type { ReactNode } from 'react';
import type { Passage } from '@/lib/domain/article';
import { drift as words } from '../../messages/drift';
import { Button } from '../../ui/Button';
import { useGoToPlace } from '../use-go-to-place';
import { useWorkbench } from '../workbench-context';

type CandidateListProps = {
  /** The best first; undefined while they are looked for. */
  readonly candidates: readonly Passage[] | undefined;
  /** Why the mark cannot be put anywhere by this person. */
  readonly reason: string | undefined;
  readonly onTake: (passage: Passage) => void;
  /** The key that takes the first. */
  readonly firstKey: ReactNode;
};

/** Characters that are shown around a place. */
const around = 40;

/** The places that a lost passage may stand at now, each with the words around it and one press to take it. */
export function CandidateList({ candidates, reason, onTake, firstKey }: CandidateListProps) {
  const { text } = useWorkbench().revision;
  const go = useGoToPlace();
  if (candidates === undefined) return <p className="mt-1 text-xs text-ink-3">{words.looking}</p>;
  if (candidates.length === 0) return <p className="mt-1 text-xs text-ink-3">{words.noCandidates}</p>;
  return (
    <ol aria-label={words.candidates} className="mt-1.5 flex flex-col gap-1.5">
      {candidates.map((place, index) => (
        <li
          key={`${place.start} ${place.end}`}
          className="rounded-md border border-line-2 bg-paper px-2.5 py-1.5"
        >
          {index === 0 ? <p className="text-xs font-medium text-ink-2">{words.best}</p> : null}
          <p dir="auto" className="line-clamp-3 font-serif text-sm text-ink-3">
            {wordsBefore(text, place.start)}
            <b className="font-medium text-ink">{text.slice(place.start, place.end)}</b>
            {wordsAfter(text, place.end)}
          </p>
          <div className="mt-1 flex flex-wrap items-center gap-1.5">
            <Button size="sm" reason={reason} onClick={() => onTake(place)}>
              {words.take} {index === 0 ? firstKey : null}
            </Button>
            <Button
              size="sm"
              variant="ghost"
              aria-label={words.showPlace(text.slice(place.start, place.end))}
              onClick={() => go(place, text.slice(place.start, place.end))}
            >
              {words.show}
            </Button>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Whole words of the same paragraph. */
function wordsBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - around), start);
  const line = before.replace(/^.*\n/su, '');
  return line === before && start > around ? `…${line.replace(/^\S*/u, '')}` : line;
}

function wordsAfter(text: string, end: number): string {
  const after = text.slice(end, end + around);
  const line = after.replace(/\n.*$/su, '');
  return line === after && end + around < text.length ? `${line.replace(/\S*$/u, '')}…` : line;
}
