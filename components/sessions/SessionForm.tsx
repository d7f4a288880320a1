'use client';

import { useId, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { Session } from '@/lib/domain/session';
import type { TeamMember } from '@/lib/domain/team-rules';
import { sessions as sessionWords } from '../messages/sessions';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import { Select } from '../ui/Select';
import { TextField } from '../ui/TextField';
import { useKeptFields } from './use-kept-fields';

/** What the form asks for, ready to be sent. */
export type SessionAnswers = {
  readonly goal: string;
  readonly deadlineAt: string | null;
  readonly participantIds: string[];
  readonly firstCome: boolean;
};

type SessionFormProps = {
  readonly actor: Actor;
  readonly members: readonly TeamMember[];
  /** To choose the article from, where the page is not about one. */
  readonly articles?: readonly { readonly id: string; readonly title: string }[];
  /** The session that is changed; none is to be opened without it. */
  readonly session: Session | null;
  readonly busy: boolean;
  /** Sends it; the refusal in a sentence, or null when it is saved. */
  readonly onSend: (fields: SessionAnswers, articleId: string) => Promise<string | null>;
  readonly onClose: () => void;
};

const words = sessionWords.form;

/** Opens a session, or changes one: goal, deadline, who takes part, and whether free claims are on offer. */
export function SessionForm(props: SessionFormProps) {
  const { actor, members, articles = [], session, busy, onSend, onClose } = props;
  const formId = useId();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [kept, change, forget] = useKeptFields(
    `${actor.userId}.${session === null ? 'open' : `${session.id}.${session.version}`}`,
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

  async function submit(): Promise<void> {
    const goal = fields.goal.trim();
    setMissing(goal === '');
    if (goal === '') return;
    const deadline = new Date(fields.deadline);
    const answers = {
      goal,
      deadlineAt: Number.isNaN(deadline.getTime()) ? null : deadline.toISOString(),
      participantIds: [...fields.chosen],
      firstCome: fields.firstCome,
    };
    const answer = await onSend(answers, fields.articleId);
    setRefusal(answer);
    if (answer !== null) return;
    forget();
    onClose();
  }

  function toggle(id: string): void {
    const { chosen } = fields;
    change({ chosen: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] });
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={session !== null ? words.changeTitle : articles.length > 0 ? words.open : words.openTitle}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" type="submit" form={formId} busy={busy}>
            {session === null ? words.open : words.save}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4 pt-1"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {refusal === null ? null : (
          <Notice tone="danger" role="alert">
            {refusal}
          </Notice>
        )}
        {articles.length === 0 ? null : (
          <Select
            label={words.article}
            options={articles.map(({ id, title }) => ({ value: id, label: title }))}
            value={fields.articleId}
            onChange={({ target }) => change({ articleId: target.value })}
          />
        )}
        <TextField
          label={words.goal}
          hint={words.goalHint}
          error={isMissing ? words.goalMissing : undefined}
          maxLength={500}
          value={fields.goal}
          onChange={({ target }) => change({ goal: target.value })}
        />
        <TextField
          type="datetime-local"
          label={words.deadline}
          hint={words.deadlineHint}
          optional
          value={fields.deadline}
          onChange={({ target }) => change({ deadline: target.value })}
          className="max-w-64"
        />
        <fieldset className="grid gap-x-4 sm:grid-cols-2">
          <legend className="mb-1 text-sm font-medium">{words.participants}</legend>
          {members.map(({ id, name, role }) => (
            <Checkbox
              key={id}
              label={nameWith(name, id === actor.userId, role === 'viewer')}
              checked={fields.chosen.includes(id)}
              onChange={() => toggle(id)}
            />
          ))}
        </fieldset>
        <Checkbox
          label={words.firstCome}
          hint={words.firstComeHint}
          checked={fields.firstCome}
          onChange={({ target }) => change({ firstCome: target.checked })}
        />
      </form>
    </Dialog>
  );
}

function nameWith(name: string, isOwn: boolean, isViewer: boolean): string {
  const about = [...(isOwn ? [words.you] : []), ...(isViewer ? [words.viewer] : [])];
  return about.length === 0 ? name : `${name} (${about.join(', ')})`;
}

/** An instant as the field for a local time takes it. */
function toLocal(at: string): string {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
