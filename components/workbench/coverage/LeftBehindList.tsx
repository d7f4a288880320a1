'use client';

import { TriangleAlert } from 'lucide-react';
import type { Passage, Revision } from '@/lib/domain/article';
import { repeats as words } from '../../messages/repeats';
import { PlaceButton } from './PlaceButton';
import { moveAmongButtons } from './RepeatList';
import { useLeftBehind } from './use-left-behind';
import { excerptOf } from './use-repeats';

type LeftBehindListProps = {
  readonly articleId: string;
  readonly revision: Revision;
  readonly language: string | null;
  readonly onGo: (passage: Passage, said: string) => void;
};

/** What the new text changed in one place and not in the others, each with the way to all of its places. */
export function LeftBehindList({ articleId, revision, language, onGo }: LeftBehindListProps) {
  const left = useLeftBehind(articleId, revision, language);
  if (left === 'failed') return <p className="mt-4 text-ink-2">{words.leftBehindFailed}</p>;
  if (left === 'reading' || left.length === 0) return null;
  return (
    <section className="mt-4">
      <h3 className="flex items-center gap-1.5 font-semibold">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {words.leftBehind}
      </h3>
      <p className="mb-1 text-xs text-ink-2">{words.leftBehindHint}</p>
      <ul aria-label={words.leftBehindList} onKeyDown={moveAmongButtons} className="rounded-lg border">
        {left.map(({ before, after, changed, still, total, since }) => (
          <li key={`${changed.start} ${before}`} className="border-b px-2.5 py-1.5 last:border-0">
            <button
              type="button"
              onClick={() => onGo(changed, words.changed(before, after))}
              className="block min-h-6 max-w-full rounded-xs text-start font-medium underline decoration-line-3 underline-offset-3"
            >
              {words.changed(before, after)}
            </button>
            <p className="text-xs text-ink-2">{words.still(total, since)}</p>
            {still.map((place, index) => {
              const excerpt = excerptOf(revision.text, place);
              const label = words.goToStill(excerpt, index + 1, total);
              return (
                <PlaceButton
                  key={place.start}
                  label={label}
                  words={excerpt}
                  onPress={() => onGo(place, label)}
                />
              );
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
