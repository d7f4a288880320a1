'use client';

import { useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import { type Outcome, outcomes } from '@/lib/domain/check';
import { type Ballot, openVotes, type Round } from '@/lib/domain/session';
import type { VerdictScale } from '@/lib/domain/verdict';
import { messages } from '../messages';
import { sessions } from '../messages/sessions';
import { Button } from '../ui/Button';
import { Problem } from '../ui/Notice';
import { RadioGroup } from '../ui/RadioGroup';
import { Select } from '../ui/Select';
import { TextArea } from '../ui/TextArea';
import { useToast } from '../ui/Toast';
import { useKeptFields } from './use-kept-fields';
import type { SessionActs } from './use-session-acts';

type VoteFormProps = {
  readonly actor: Actor;
  readonly scales: readonly VerdictScale[];
  readonly ballot: Ballot;
  readonly round: Round;
  /** Why nobody can vote now. */
  readonly refusal: string | undefined;
  readonly acts: SessionActs;
};

const words = sessions.vote;

/** One's own vote: outcome, verdict if one likes, and why. It can be replaced until the votes are revealed. */
export function VoteForm({ actor, scales, ballot, round, refusal, acts }: VoteFormProps) {
  const own = openVotes(round).find(({ byId }) => byId === actor.userId);
  const [scale] = scales;
  const number = ballot.rounds.length;
  const [fields, change, forget] = useKeptFields(`vote.${actor.userId}.${ballot.id}.${number}`, {
    outcome: own?.outcome ?? '',
    verdict: own?.verdict?.scaleId === scale?.id ? (own?.verdict?.key ?? '') : '',
    note: own?.note ?? '',
  });
  const [problem, setProblem] = useState<string>();
  const [refused, setRefused] = useState<string | null>(null);
  const toast = useToast();

  async function submit(): Promise<void> {
    const outcome: Outcome | undefined = outcomes.find((one) => one === fields.outcome);
    setProblem(outcome === undefined ? words.choose : undefined);
    if (outcome === undefined) return;
    const verdict =
      scale === undefined || fields.verdict === ''
        ? null
        : { scaleId: scale.id, scaleVersion: scale.version, key: fields.verdict };
    const answer = await acts.send({
      type: 'session.vote',
      sessionId: ballot.sessionId,
      ballotId: ballot.id,
      round: number,
      fields: { outcome, verdict, note: fields.note },
    });
    setRefused(answer);
    if (answer !== null) return;
    forget();
    toast.show({ message: sessions.done.voted });
  }

  return (
    <form
      className="mt-3 flex flex-col gap-3 border-t pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Problem>{refused}</Problem>
      <p className="text-sm text-ink-2">{own === undefined ? words.sealedHint : words.mine}</p>
      <RadioGroup
        name={`vote-${ballot.id}`}
        label={words.outcome}
        error={problem}
        className="grid! grid-cols-2 gap-x-2 gap-y-0! text-sm [&>legend]:col-span-2 [&>p]:col-span-2 [&>div]:min-h-7 [&>div]:items-center"
        options={outcomes.map((outcome) => ({ value: outcome, label: messages.words.outcomes[outcome] }))}
        value={fields.outcome}
        onChange={(outcome) => change({ outcome })}
      />
      {scale === undefined || scale.steps.length === 0 ? null : (
        <Select
          label={words.verdict}
          placeholder={words.noVerdict}
          options={scale.steps.map(({ key, label }) => ({ value: key, label }))}
          value={fields.verdict}
          onChange={({ target }) => change({ verdict: target.value })}
          className="max-w-72"
        />
      )}
      <TextArea
        label={words.note}
        hint={words.noteHint}
        optional
        rows={2}
        maxLength={2_000}
        value={fields.note}
        onChange={({ target }) => change({ note: target.value })}
      />
      <div>
        <Button variant="primary" type="submit" busy={acts.isBusy} reason={refusal}>
          {own === undefined ? words.cast : words.recast}
        </Button>
      </div>
    </form>
  );
}
