'use client';

import { Scale } from 'lucide-react';
import type { Passage, Revision } from '@/lib/domain/article';
import { repeats as words } from '../../messages/repeats';
import { HintList } from './HintList';
import { PlaceButton } from './PlaceButton';
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
    <HintList
      icon={Scale}
      title={words.contradictions}
      hint={words.contradictionsHint}
      label={words.contradictionList}
    >
      {pairs.map(({ one, other }) => (
        <li key={`${one.start} ${other.start}`}>
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
    </HintList>
  );
}
