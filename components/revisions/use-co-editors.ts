'use client';

import { useEffect, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import { isEditingText, nowhere } from '@/lib/domain/presence';
import type { Person } from '@/lib/domain/team';
import { useCompany } from '../workbench/presence/company-store';
import { useClient } from '../workbench/presence/use-client';
import { createTeller } from '../workbench/presence/use-place';

/** Tells colleagues that one is editing the text, and says who else is. */
export function useCoEditors(actor: Actor, articleId: string): readonly Person[] {
  const client = useClient(actor, articleId);
  const [teller] = useState(() => createTeller(articleId, actor.userId));
  const company = useCompany();
  useEffect(() => {
    teller.move({ ...nowhere, isWriting: true });
    teller.knownAs(client);
  }, [teller, client]);
  useEffect(() => teller.stop, [teller]);
  return company.filter(({ at }) => isEditingText(at)).map(({ person }) => person);
}
