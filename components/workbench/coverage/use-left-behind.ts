'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { Revision } from '@/lib/domain/article';
import { findLeftBehind } from '@/lib/domain/compare/left-behind';
import {
  type LeftBehindSince,
  revisionsToCompare,
  withEarlier,
} from '@/lib/domain/compare/left-behind-since';
import { findFacts } from '@/lib/domain/facts/facts';
import { earlierRevisions, earlierText } from '../earlier-texts';
import { factsOf } from './use-facts';
import { whenIdle } from './when-idle';

/** What was left behind, as far as earlier texts have been compared: the latest comes first and shows at once. */
export type LeftBehindState = readonly LeftBehindSince[] | 'reading' | 'failed';

type Look = { state: LeftBehindState; readonly listeners: Set<() => void> };

/** By revision: neither it nor what was before it ever changes. */
const looks = new WeakMap<Revision, Look>();
const none: readonly LeftBehindSince[] = [];

/**
 * What a text says otherwise than an earlier one in one place, and as before in others, since the article came in. Each
 * comparison waits until the browser has nothing else to do. A first revision: nothing.
 */
export function useLeftBehind(
  articleId: string,
  revision: Revision,
  language: string | null,
): LeftBehindState {
  const subscribe = useCallback(
    (listener: () => void) => {
      if (revision.number === 1) return () => {};
      const look = looks.get(revision) ?? begin(articleId, revision, language);
      look.listeners.add(listener);
      return () => {
        look.listeners.delete(listener);
        if (look.listeners.size === 0 && look.state === 'failed') looks.delete(revision);
      };
    },
    [articleId, revision, language],
  );
  const get = () => (revision.number === 1 ? none : (looks.get(revision)?.state ?? 'reading'));
  return useSyncExternalStore(subscribe, get, () => none);
}

function begin(articleId: string, revision: Revision, language: string | null): Look {
  const look: Look = { state: 'reading', listeners: new Set() };
  const show = (state: LeftBehindState): void => {
    look.state = state;
    for (const listener of look.listeners) listener();
  };
  looks.set(revision, look);
  compareAll(articleId, revision, language, show).catch(() => {
    // What is found already is true all the same.
    if (typeof look.state === 'string' || look.state.length === 0) show('failed');
  });
  return look;
}

async function compareAll(
  articleId: string,
  revision: Revision,
  language: string | null,
  show: (found: readonly LeftBehindSince[]) => void,
): Promise<void> {
  let known: readonly LeftBehindSince[] = none;
  async function compareWith(number: number): Promise<void> {
    const { text, sentences } = await earlierText(articleId, number);
    await new Promise<void>((done) => whenIdle(done));
    const before = { text, facts: findFacts(text, sentences, language) };
    const after = { text: revision.text, facts: factsOf(revision, language) };
    known = withEarlier(known, findLeftBehind(before, after, language), number + 1);
    show(known);
  }
  const last = revision.number - 1;
  await compareWith(last);
  if (last === 1) return;
  const earlier = await earlierRevisions(articleId, revision);
  for (const number of revisionsToCompare(earlier, revision.text.length))
    if (number !== last) await compareWith(number);
}
