'use client';

import { useEffect, useRef, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleEvent } from '@/lib/domain/events';
import { isEditingText, nowhere } from '@/lib/domain/presence';
import type { Person } from '@/lib/domain/team';
import { browserLine } from '@/lib/workbench/browser-line';
import { useCompany } from '../workbench/presence/company-store';
import { useClient } from '../workbench/presence/use-client';
import { createTeller } from '../workbench/presence/use-place';

type CoEditorsOptions = {
  readonly actor: Actor;
  readonly articleId: string;
  /** How far the record was when the page was made. */
  readonly seq: number;
  /** Somebody else has given the article new text. */
  readonly onRevised: (by: Person, number: number) => void;
};

/** Tells colleagues that one is editing the text, and says who else is and when somebody has saved a revision. */
export function useCoEditors({ actor, articleId, seq, onRevised }: CoEditorsOptions): readonly Person[] {
  const client = useClient(actor, articleId);
  const [teller] = useState(() => createTeller(articleId, actor.userId));
  const company = useCompany();
  const latest = useRef({ seq, onRevised });
  useEffect(() => {
    latest.current.onRevised = onRevised;
  });
  useEffect(() => {
    const hear = ({ seq: place, actor: by, body }: ArticleEvent): void => {
      latest.current.seq = Math.max(place, latest.current.seq);
      if (body.type === 'article.revised' && by.id !== actor.userId)
        latest.current.onRevised(by, body.revision.number);
    };
    // Without the stream one works as if alone; saving still finds out who was faster.
    const nothing = (): void => undefined;
    return browserLine(actor).followArticle(articleId, () => latest.current.seq, {
      ...{ onOpen: nothing, onLost: nothing, onEnd: nothing, onBehind: nothing },
      onEvent: hear,
    });
  }, [actor, articleId]);
  useEffect(() => {
    teller.move({ ...nowhere, isWriting: true });
    teller.knownAs(client);
  }, [teller, client]);
  useEffect(() => teller.stop, [teller]);
  return company.filter(({ at }) => isEditingText(at)).map(({ person }) => person);
}
