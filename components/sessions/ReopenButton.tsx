'use client';

import { DoorOpen } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { Actor } from '@/lib/domain/actor';
import { can } from '@/lib/domain/policy';
import type { Session } from '@/lib/domain/session';
import { sessions as words } from '../messages/sessions';
import { Button } from '../ui/Button';
import { useSessionActs } from './use-session-acts';

type ReopenButtonProps = {
  readonly actor: Actor;
  readonly articleId: string;
  readonly session: Session;
};

/** Opens a closed session again, for whoever leads sessions. */
export function ReopenButton({ actor, articleId, session }: ReopenButtonProps) {
  const router = useRouter();
  const { isBusy, send } = useSessionActs(articleId, async () => router.refresh());
  if (!can(actor, 'session.reopen').allowed) return null;
  const { id: sessionId, version } = session;
  return (
    <Button
      busy={isBusy}
      onClick={() => void send({ type: 'session.reopen', sessionId, version }, words.done.reopened)}
    >
      <DoorOpen aria-hidden className="size-4" />
      {words.reopen}
    </Button>
  );
}
