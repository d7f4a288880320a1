'use client';

import { TriangleAlert } from 'lucide-react';
import type { Passage, Revision } from '@/lib/domain/article';
import { repeats as words } from '../../messages/repeats';
import { HintList } from './HintList';
import { PlaceButton } from './PlaceButton';
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
    <HintList
      icon={TriangleAlert}
      title={words.leftBehind}
      hint={words.leftBehindHint}
      label={words.leftBehindList}
    >
      {left.map(({ before, after, changed, still, total, since }) => (
        <li key={`${changed.start} ${before}`}>
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
    </HintList>
  );
}
