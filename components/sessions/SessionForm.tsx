'use client';

import { useId, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { Session, SessionFields } from '@/lib/domain/session';
import type { TeamMember } from '@/lib/domain/team-rules';
import type { SessionMerge } from '@/lib/workbench/session-merge';
import { sessions as sessionWords } from '../messages/sessions';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { Dialog } from '../ui/Dialog';
import { Problem } from '../ui/Notice';
import { Select } from '../ui/Select';
import { TextField } from '../ui/TextField';
import { TwoTexts } from '../workbench/TwoTexts';
import { type SessionAnswers, type SessionClash, useSessionFields } from './use-session-fields';

type SessionFormProps = {
  readonly actor: Actor;
  readonly members: readonly TeamMember[];
  /** To choose the article from, where the page is not about one. */
  readonly articles?: readonly { readonly id: string; readonly title: string }[];
  /** Whether the team has more articles than these. */
  readonly hasOlderArticles?: boolean;
  /** The session that is changed; none is to be opened without it. */
  readonly session: Session | null;
  readonly busy: boolean;
  /** Sends what was said, of a change only what differs; the refusal in a sentence, or null when it is saved. */
  readonly onSend: (
    fields: SessionAnswers,
    articleId: string,
    changes: SessionMerge['changes'],
  ) => Promise<string | null>;
  readonly onClose: () => void;
};

const words = sessionWords.form;

/** Opens a session, or changes one: goal, deadline, who takes part, and whether free claims are on offer. */
export function SessionForm(props: SessionFormProps) {
  const { actor, members, articles = [], hasOlderArticles = false, session, busy, onSend, onClose } = props;
  const formId = useId();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const { fields, answers, merge, change, forget, settle, mergeGoals } = useSessionFields(props);

  async function submit(): Promise<void> {
    setMissing(answers.goal === '');
    if (answers.goal === '' || (merge?.clashes.length ?? 0) > 0) return;
    const isSame = merge !== undefined && Object.keys(merge.changes).length === 0;
    const answer = isSame ? null : await onSend(answers, fields.articleId, merge?.changes ?? {});
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
        <Problem>{refusal}</Problem>
        {session === null
          ? null
          : merge?.clashes.map((field) => (
              <TwoTexts
                key={field}
                title={words.clash(labels[field])}
                below={words.clashBelow}
                mine={shown(field, answers)}
                theirs={shown(field, session)}
                onKeepMine={() => settle(field, true)}
                onTakeTheirs={() => settle(field, false)}
                onMerge={field === 'goal' ? mergeGoals : undefined}
              />
            ))}
        {articles.length === 0 ? null : (
          <Select
            label={words.article}
            hint={hasOlderArticles ? words.articleHint : undefined}
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

const labels: Readonly<Record<SessionClash, string>> = {
  goal: words.goal,
  deadlineAt: words.deadline,
  firstCome: words.firstCome,
};

function shown(field: SessionClash, fields: SessionFields): string {
  if (field === 'goal') return fields.goal;
  if (field === 'firstCome') return fields.firstCome ? words.yes : words.no;
  return fields.deadlineAt === null ? words.noDeadline : new Date(fields.deadlineAt).toLocaleString();
}

function nameWith(name: string, isOwn: boolean, isViewer: boolean): string {
  const about = [...(isOwn ? [words.you] : []), ...(isViewer ? [words.viewer] : [])];
  return about.length === 0 ? name : `${name} (${about.join(', ')})`;
}
