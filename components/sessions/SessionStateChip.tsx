'use client';

import { Lock, LockOpen, Snowflake, Timer } from 'lucide-react';
import { type Session, stateOfSession } from '@/lib/domain/session';
import { sessions as words } from '../messages/sessions';
import { StatusChip } from '../ui/StatusChip';
import { useSessionTime } from './use-session-time';

/** Open, last call, frozen or closed, in a word and a sign. */
export function SessionStateChip({ session }: { readonly session: Session }) {
  const at = useSessionTime(session);
  const state = stateOfSession(session, at);
  if (state === 'open' && session.frozenAt !== null)
    return (
      <StatusChip tone="amber" icon={<Timer aria-hidden />}>
        {words.lastCall}
      </StatusChip>
    );
  const { tone, icon } = looks[state];
  return (
    <StatusChip tone={tone} icon={icon}>
      {words.states[state]}
    </StatusChip>
  );
}

const looks = {
  open: { tone: 'green', icon: <LockOpen aria-hidden /> },
  frozen: { tone: 'blue', icon: <Snowflake aria-hidden /> },
  closed: { tone: 'grey', icon: <Lock aria-hidden /> },
} as const;
