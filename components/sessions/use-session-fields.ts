'use client';

import { useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { Session } from '@/lib/domain/session';
import type { TeamMember } from '@/lib/domain/team-rules';
import { mergeWords } from '@/lib/domain/text/merge-words';
import { mergeSession, type SessionMerge } from '@/lib/workbench/session-merge';
import { useKeptFields } from './use-kept-fields';

/** What the form asks for, ready to be sent. */
export type SessionAnswers = {
  readonly goal: string;
  readonly deadlineAt: string | null;
  readonly participantIds: string[];
  readonly firstCome: boolean;
};

/** A field of a session that two people have changed. */
export type SessionClash = SessionMerge['clashes'][number];

type SessionFieldsOptions = {
  readonly actor: Actor;
  readonly members: readonly TeamMember[];
  readonly articles?: readonly { readonly id: string }[];
  /** The session that is changed; none is to be opened without it. */
  readonly session: Session | null;
};

/** What is typed of a session, kept until it is saved, and what somebody else has changed in it meanwhile. */
export function useSessionFields({ actor, members, articles = [], session }: SessionFieldsOptions) {
  /** What the form was begun from; the session itself may change while one writes. */
  const [base, setBase] = useState(session);
  const [kept, change, forget] = useKeptFields(
    `${actor.userId}.${base === null ? 'open' : `${base.id}.${base.version}`}`,
    {
      goal: session?.goal ?? '',
      deadline: session?.deadlineAt ? toLocal(session.deadlineAt) : '',
      chosen: session?.participantIds ?? members.map(({ id }) => id),
      firstCome: session?.firstCome ?? false,
      articleId: '',
    },
  );
  // What was chosen earlier may be in a session by now.
  const article = articles.find(({ id }) => id === kept.articleId) ?? articles[0];
  const fields = { ...kept, articleId: article?.id ?? '' };

  const deadline = new Date(fields.deadline);
  const answers = {
    goal: fields.goal.trim(),
    deadlineAt: deadlineOf(deadline, base),
    participantIds: [...fields.chosen],
    firstCome: fields.firstCome,
  };
  const merge = base === null || session === null ? undefined : mergeSession(base, answers, session);

  /** One field that somebody else has changed too is settled: mine goes on from theirs, or theirs stands. */
  function settle(field: SessionClash, isMine: boolean): void {
    if (base === null || session === null) return;
    if (!isMine && field === 'goal') change({ goal: session.goal });
    if (!isMine && field === 'deadlineAt')
      change({ deadline: session.deadlineAt === null ? '' : toLocal(session.deadlineAt) });
    if (!isMine && field === 'firstCome') change({ firstCome: session.firstCome });
    setBase({ ...base, [field]: session[field] });
  }

  /** Both goals in the field, where they are made one. */
  function mergeGoals(): void {
    if (base === null || session === null) return;
    change({ goal: mergeWords({ base: base.goal, mine: fields.goal, theirs: session.goal }) });
    setBase({ ...base, goal: session.goal });
  }

  return { fields, answers, merge, change, forget, settle, mergeGoals };
}

/** The field holds minutes: an instant that it shows unchanged keeps its seconds. */
function deadlineOf(deadline: Date, base: Session | null): string | null {
  if (Number.isNaN(deadline.getTime())) return null;
  const at = deadline.toISOString();
  return base?.deadlineAt && toLocal(base.deadlineAt) === toLocal(at) ? base.deadlineAt : at;
}

/** An instant as the field for a local time takes it. */
function toLocal(at: string): string {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
