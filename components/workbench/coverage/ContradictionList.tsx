'use client';

import { Scale } from 'lucide-react';
import type { Passage, Revision } from '@/lib/domain/article';
import { repeats as words } from '../../messages/repeats';
import { PlaceButton } from './PlaceButton';
import { moveAmongButtons } from './RepeatList';
import { useContradictions } from './use-contradictions';
import { excerptOf } from './use-repeats';

type ContradictionListProps = {
  readonly revision: Revision;
  readonly language: string | null;
  readonly onGo: (passage: Passage, said: string) => void;
};

/** Figures that may contradict each other, each pair with the way to both places. Nothing where there are none. */
export function ContradictionList({ revision, language, onGo }: ContradictionListProps) {
  const pairs = useContradictions(revision, language);
  if (pairs.length === 0) return null;
  const { text } = revision;
  const said = ({ start, end }: Passage): string => text.slice(start, end);
  return (
    <section className="mt-4">
      <h3 className="flex items-center gap-1.5 font-semibold">
        <Scale aria-hidden className="size-4 shrink-0" />
        {words.contradictions}
      </h3>
      <p className="mb-1 text-xs text-ink-2">{words.contradictionsHint}</p>
      <ul aria-label={words.contradictionList} onKeyDown={moveAmongButtons} className="rounded-lg border">
        {pairs.map(({ one, other }) => (
          <li key={`${one.start} ${other.start}`} className="border-b px-2.5 py-1.5 last:border-0">
            {[one, other].map((place) => (
              <PlaceButton
                key={place.start}
                label={words.goTo(said(place))}
                words={excerptOf(text, place)}
                onPress={() => onGo(place, words.goTo(said(place)))}
              />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
