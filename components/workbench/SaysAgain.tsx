'use client';

import type { Annotation } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import type { LeftBehindSince } from '@/lib/domain/compare/left-behind-since';
import { repeatsOf } from '@/lib/domain/facts/repeats';
import { repeats as words } from '../messages/repeats';
import { PlaceButton } from './coverage/PlaceButton';
import { useContradictions } from './coverage/use-contradictions';
import { useLeftBehind } from './coverage/use-left-behind';
import { excerptOf, useRepeats } from './coverage/use-repeats';
import { useGoToPlace } from './use-go-to-place';
import { useWorkbench } from './workbench-context';

/** A long passage holds many facts, and a card is small. */
const mostShown = 6;
const mostPlacesShown = 4;

/** Where the article says again what an open card's passage says, and what a new text says otherwise elsewhere. */
export function SaysAgain({ annotation }: { readonly annotation: Annotation }) {
  const { articleId, revision, language } = useWorkbench();
  const go = useGoToPlace();
  const all = useRepeats(revision, language) ?? [];
  const left = useLeftBehind(articleId, revision, language);
  const pairs = useContradictions(revision, language);
  const { text } = revision;
  const { start, end, state } = annotation.anchor;
  if (state === 'orphaned') return null;
  const passage = { start, end };

  const repeats = repeatsOf(all, passage).slice(0, mostShown);
  const changed = typeof left === 'string' ? [] : left.filter(({ still }) => still.some(isIn(passage)));
  const isHere = isIn(passage);
  const against = pairs.flatMap(({ one, other }) =>
    isHere(one) === isHere(other) ? [] : [isHere(one) ? other : one],
  );
  if (repeats.length === 0 && changed.length === 0 && against.length === 0) return null;
  return (
    <section aria-label={words.onCard} className="mt-2.5 text-sm">
      {changed.slice(0, mostShown).map((one) => (
        <Changed key={`${one.changed.start} ${one.before}`} change={one} onGo={go} />
      ))}
      {against.slice(0, mostShown).map((place) => (
        <Against
          key={place.start}
          said={text.slice(place.start, place.end)}
          onGo={(said) => go(place, said)}
        />
      ))}
      {repeats.length === 0 ? null : <p className="text-xs font-medium text-ink-3">{words.onCard}</p>}
      <ul>
        {repeats.map(({ kind, key, places }) => (
          <li key={`${kind} ${key}`} className="flex flex-wrap gap-x-3">
            {places.slice(0, mostPlacesShown).map((place) => (
              <PlaceButton
                key={place.start}
                label={words.goTo(excerptOf(text, place))}
                words={excerptOf(text, place)}
                onPress={() => go(place, words.goTo(text.slice(place.start, place.end)))}
              />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

const isIn =
  (passage: Passage) =>
  ({ start, end }: Passage): boolean =>
    start < passage.end && end > passage.start;

type ChangedProps = {
  readonly change: LeftBehindSince;
  readonly onGo: (passage: Passage, said: string) => void;
};

function Changed({ change: { before, after, changed, since }, onGo }: ChangedProps) {
  return (
    <p className="mb-1.5 rounded-md bg-wash px-2.5 py-1.5">
      {words.elsewhereNow(before, after, since)}{' '}
      <button
        type="button"
        onClick={() => onGo(changed, words.goToChanged(after))}
        className="min-h-6 rounded-xs underline underline-offset-3"
      >
        {words.goToChanged(after)}
      </button>
    </p>
  );
}

type AgainstProps = { readonly said: string; readonly onGo: (said: string) => void };

/** A figure elsewhere that may be meant to be the same as one of the passage. */
function Against({ said, onGo }: AgainstProps) {
  return (
    <p className="mb-1.5 rounded-md bg-wash px-2.5 py-1.5">
      {words.contradicts(said)}{' '}
      <button
        type="button"
        onClick={() => onGo(words.goTo(said))}
        className="min-h-6 rounded-xs underline underline-offset-3"
      >
        {words.goTo(said)}
      </button>
    </p>
  );
}
