'use client';

import type { Actor } from '@/lib/domain/actor';
import { browserLine } from '@/lib/workbench/browser-line';
import { nobody, takePresence } from '@/lib/workbench/company';
import { personColour } from '../../ui/person';
import { setCompany } from './company-store';

/** Hears who else is in an article; `onClient` is told under which name they know this browser. Returns how to stop. */
export function followCompany(
  actor: Actor,
  articleId: string,
  onClient: (client: string) => void,
): () => void {
  let company = nobody;
  const stop = browserLine(actor).onPresence(articleId, (news, client) => {
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
