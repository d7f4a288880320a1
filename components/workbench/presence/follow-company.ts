'use client';

import type { Actor } from '@/lib/domain/actor';
import { nobody, takePresence } from '@/lib/workbench/company';
import type { Line } from '@/lib/workbench/line';
import { personColour } from '../../ui/person';
import { setCompany } from './company-store';

/** Hears who else is in an article; `onClient` is told under which name they know this browser. Returns how to stop. */
export function followCompany(
  line: Line,
  actor: Actor,
  articleId: string,
  onClient: (client: string) => void,
): () => void {
  let company = nobody;
  const stop = line.onPresence(articleId, (news, client) => {
    company = takePresence(company, news, actor.userId, personColour);
    setCompany(company.people);
    // Where nobody hears it, nothing is told.
    onClient(company.people.length > 0 ? client : '');
  });
  return () => {
    stop();
    setCompany(nobody.people);
  };
}
