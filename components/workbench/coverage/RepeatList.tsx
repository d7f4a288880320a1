'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import type { Passage, Revision } from '@/lib/domain/article';
import type { Repeat } from '@/lib/domain/facts/repeats';
import { repeats as words } from '../../messages/repeats';
import { Button } from '../../ui/Button';
import { moveFocus } from '../../ui/roving-focus';
import { useRepeats } from './use-repeats';

type RepeatListProps = {
  readonly revision: Revision;
  readonly language: string | null;
  readonly onGo: (passage: Passage, said: string) => void;
};

const pageSize = 30;

/** What the article says again. Arrows move; Enter or a click goes to one place after the other. */
export function RepeatList({ revision, language, onGo }: RepeatListProps) {
  const all = useRepeats(revision, language);
  const [shown, setShown] = useState(pageSize);
  const last = useRef(new Map<string, number>());

  function goToNext({ kind, key, places }: Repeat): void {
    const id = `${kind} ${key}`;
    const at = ((last.current.get(id) ?? -1) + 1) % places.length;
    const place = places[at];
    if (place === undefined) return;
    last.current.set(id, at);
    onGo(place, words.place(at + 1, places.length, revision.text.slice(place.start, place.end)));
  }

  return (
    <section className="mt-4">
      <h3 className="font-semibold">{words.title}</h3>
      <p className="mb-1 text-xs text-ink-2">{words.hint}</p>
      {all === null ? <p className="py-2 text-ink-2">{words.reading}</p> : null}
      {all?.length === 0 ? <p className="py-2 text-ink-2">{words.none}</p> : null}
      {all === null || all.length === 0 ? null : (
        <ul aria-label={words.list} onKeyDown={moveAmongButtons} className="rounded-lg border">
          {all.slice(0, shown).map((repeat) => (
            <li key={`${repeat.kind} ${repeat.key}`} className="border-b last:border-0">
              <button
                type="button"
                onClick={() => goToNext(repeat)}
                className="flex w-full items-baseline gap-2 px-2.5 py-1.5 text-start hover:bg-wash focus-visible:-outline-offset-2"
              >
                <bdi className="min-w-0 flex-1 truncate font-serif text-[0.9375rem]">{repeat.said}</bdi>
                <span className="shrink-0 text-xs text-ink-2 tabular-nums">
                  {words.kinds[repeat.kind]}, {words.inPlaces(repeat.total)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {all !== null && all.length > shown ? (
        <Button size="sm" variant="ghost" className="mt-1" onClick={() => setShown(shown + 4 * pageSize)}>
          {words.more(Math.min(4 * pageSize, all.length - shown))}
        </Button>
      ) : null}
    </section>
  );
}

/** Arrows among the buttons of a list. */
export function moveAmongButtons(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  if (moveFocus(event.key, items, 'vertical') !== undefined) event.preventDefault();
}
