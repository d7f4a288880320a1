'use client';

import { Radio } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { lazy, Suspense, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import { newId } from '@/lib/domain/new-id';
import { can } from '@/lib/domain/policy';
import type { TeamMember } from '@/lib/domain/team-rules';
import { Refusal } from '../articles/ask-server';
import { sendCommand } from '../articles/send-command';
import { articles as articlesWords } from '../messages/articles';
import { sessions as words } from '../messages/sessions';
import { Button } from '../ui/Button';
import { sessionAddress } from './session-address';
import type { SessionAnswers } from './use-session-fields';

const SessionForm = lazy(async () => ({ default: (await import('./SessionForm')).SessionForm }));

type OpenFromListProps = {
  readonly actor: Actor;
  /** The articles to choose from, the one changed last first. */
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  /** Whether there are more articles than these. */
  readonly hasOlderArticles: boolean;
  readonly members: readonly TeamMember[];
};

/** Opens a session from the list of sessions, for whoever leads them: the article is chosen first. */
export function OpenFromList({ actor, articles, hasOlderArticles, members }: OpenFromListProps) {
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const router = useRouter();
  if (!can(actor, 'session.open').allowed || articles.length === 0) return null;

  async function send(fields: SessionAnswers, articleId: string): Promise<string | null> {
    const sessionId = newId();
    setBusy(true);
    try {
      await sendCommand(articleId, { type: 'session.open', sessionId, fields });
      router.push(sessionAddress(sessionId));
      return null;
    } catch (error) {
      return error instanceof Refusal ? error.message : articlesWords.noAnswer;
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <Radio aria-hidden className="size-4" />
        {words.form.open}
      </Button>
      <Suspense>
        {isOpen ? (
          <SessionForm
            actor={actor}
            articles={articles}
            hasOlderArticles={hasOlderArticles}
            members={members}
            session={null}
            busy={isBusy}
            onSend={send}
            onClose={() => setOpen(false)}
          />
        ) : null}
      </Suspense>
    </>
  );
}
