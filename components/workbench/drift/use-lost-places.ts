'use client';

import { useEffect, useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { Passage, Revision } from '@/lib/domain/article';
import { lostPlaces } from '@/lib/domain/reanchor/lost-places';
import { whenIdle } from '../coverage/when-idle';
import { earlierRevisions, earlierText } from '../earlier-texts';
import { useWorkbench } from '../workbench-context';

type Look = ReturnType<typeof lostPlaces>;

/** By revision, and by the revision that had the passage last: each pair of texts is read once. */
const looks = new WeakMap<Revision, Map<string, Promise<Look>>>();

/**
 * Where a lost passage may stand now, the best first; undefined while it is looked for. The text that had it last says
 * what came in its place; where that cannot be had, only what is like it is found.
 */
export function useLostPlaces({ anchor }: Annotation): readonly Passage[] | undefined {
  const { articleId, revision, language } = useWorkbench();
  const [found, setFound] = useState<{ readonly for: typeof anchor; readonly places: readonly Passage[] }>();
  useEffect(() => {
    if (anchor.state !== 'orphaned') return;
    let isLeft = false;
    void lookIn(articleId, revision, anchor.revisionId, language).then((look) => {
      if (!isLeft) setFound({ for: anchor, places: look(anchor) });
    });
    return () => {
      isLeft = true;
    };
  }, [articleId, revision, language, anchor]);
  if (anchor.state !== 'orphaned') return none;
  return found?.for === anchor ? found.places : undefined;
}

const none: readonly Passage[] = [];

function lookIn(
  articleId: string,
  revision: Revision,
  lastId: string,
  language: string | null,
): Promise<Look> {
  const known = looks.get(revision) ?? new Map<string, Promise<Look>>();
  looks.set(revision, known);
  const look = known.get(lastId) ?? readBoth(articleId, revision, lastId, language);
  known.set(lastId, look);
  return look;
}

async function readBoth(
  articleId: string,
  revision: Revision,
  lastId: string,
  language: string | null,
): Promise<Look> {
  const last = await textOf(articleId, revision, lastId).catch(() => null);
  await new Promise<void>((done) => whenIdle(done));
  return lostPlaces(last, revision.text, language);
}

/** The text of a revision by its id; null for the present one, which does not have the passage, and for one too long ago. */
async function textOf(articleId: string, revision: Revision, id: string): Promise<string | null> {
  if (id === revision.id) return null;
  const line = (await earlierRevisions(articleId, revision)).find((one) => one.id === id);
  return line === undefined ? null : (await earlierText(articleId, line.number)).text;
}
