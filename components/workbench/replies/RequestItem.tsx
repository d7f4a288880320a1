'use client';

import { useState } from 'react';
import { standingOfRequest } from '@/lib/domain/reply-request';
import type { ReplyFields, ReplyRequest, ReplyRequestFields } from '@/lib/domain/reply-request-schema';
import { mergeFields } from '@/lib/workbench/field-merge';
import { evidenceWords } from '../../messages/evidence-words';
import { replies as repliesWords } from '../../messages/replies';
import { Button } from '../../ui/Button';
import { StatusChip, type StatusTone } from '../../ui/StatusChip';
import { dayText } from '../day-text';
import { type FormPlace, useKeptForm } from '../use-kept-form';
import type { CommandWithoutId } from '../workbench-context';
import { AnswerForm } from './AnswerForm';
import { RequestForm } from './RequestForm';

type RequestItemProps = {
  readonly request: ReplyRequest;
  /** Where what is typed here is kept. */
  readonly place: FormPlace;
  readonly today: string;
  readonly nameOf: (id: string) => string;
  readonly mayWrite: boolean;
  /** Escape in a form: leaves the log and keeps what is typed. */
  readonly onLeave: () => void;
  /** Carries it out; gives the sentence of a refusal. */
  readonly send: (command: CommandWithoutId) => Promise<string | null>;
};

const words = repliesWords;

/** One line of the log: who was asked what, where it stands, what came back. */
export function RequestItem({ request, place, today, nameOf, mayWrite, onLeave, send }: RequestItemProps) {
  const { id: requestId, version, party, question, askedOn, way, deadlineOn, answer } = request;
  const [reply, keepReply] = useKeptForm<ReplyFields>(`reply ${requestId}`, place);
  const [correction, keepCorrection] = useKeptForm<ReplyRequestFields>(`request ${requestId}`, place);
  // What they were begun from: somebody else may change the line meanwhile.
  const [replyBase, keepReplyBase] = useKeptForm<ReplyFields>(`reply base ${requestId}`, place);
  const [lineBase, keepLineBase] = useKeptForm<ReplyRequestFields>(`request base ${requestId}`, place);
  const [refusal, setRefusal] = useState<string | null>(null);
  const line = { party, question, askedOn, way, deadlineOn };
  const replyNow = replyOf(answer, today);
  const standing = standingOfRequest(request, today);

  async function submit(command: CommandWithoutId, done: () => void): Promise<void> {
    const refused = await send(command);
    setRefusal(refused);
    if (refused === null) done();
  }

  function writeReply(values: ReplyFields, base?: ReplyFields): void {
    keepReply(values);
    if (base !== undefined) keepReplyBase(base);
  }

  function forgetReply(): void {
    keepReply(null);
    keepReplyBase(null);
  }

  function saveReply(fields: ReplyFields): void {
    const { clashes, merged } = mergeFields(replyBase ?? replyNow, fields, replyNow);
    if (clashes.length > 0) setRefusal(words.clashFirst);
    else void submit({ type: 'reply_request.answer', requestId, version, answer: merged }, forgetReply);
  }

  function writeCorrection(values: ReplyRequestFields, base?: ReplyRequestFields): void {
    keepCorrection(values);
    if (base !== undefined) keepLineBase(base);
  }

  function forgetCorrection(): void {
    keepCorrection(null);
    keepLineBase(null);
  }

  function saveCorrection(fields: ReplyRequestFields): void {
    const { clashes, changes } = mergeFields(lineBase ?? line, fields, line);
    if (clashes.length > 0) setRefusal(words.clashFirst);
    else if (Object.keys(changes).length === 0) forgetCorrection();
    else void submit({ type: 'reply_request.change', requestId, version, changes }, forgetCorrection);
  }

  return (
    <li className="border-b py-3">
      <div className="flex items-start gap-2">
        <h3 className="min-w-0 flex-1 font-semibold break-words" dir="auto">
          {party}
        </h3>
        <StatusChip tone={tones[standing]}>
          {standing === 'overdue' && deadlineOn !== null
            ? words.overdueSince(dayText(deadlineOn))
            : words.standing[standing]}
        </StatusChip>
      </div>
      <p className="mt-0.5 text-xs text-ink-2">
        {[
          words.asked(dayText(askedOn), evidenceWords.askingWays[way], nameOf(request.authorId)),
          ...(deadlineOn === null ? [] : [words.until(dayText(deadlineOn))]),
        ].join(' · ')}
      </p>
      <p className="mt-1.5 text-sm break-words whitespace-pre-line" dir="auto">
        {question}
      </p>
      {answer === null ? null : (
        <div className="mt-1.5 border-s-2 border-line-2 ps-2.5">
          {answer.words === '' ? null : (
            <p className="font-serif text-sm break-words whitespace-pre-line italic" dir="auto">
              {answer.words}
            </p>
          )}
          <p className="text-xs text-ink-2">
            {evidenceWords.replyOutcomes[answer.outcome]}{' '}
            {words.came(dayText(answer.on), nameOf(answer.byId))}
          </p>
        </div>
      )}
      {reply !== null ? (
        <AnswerForm
          values={reply}
          under={{ base: replyBase ?? replyNow, now: replyNow }}
          message={refusal}
          onChange={writeReply}
          onSave={saveReply}
          onLeave={onLeave}
          onDiscard={forgetReply}
        />
      ) : correction !== null ? (
        <RequestForm
          title={words.changeForm}
          values={correction}
          under={{ base: lineBase ?? line, now: line }}
          message={refusal}
          onChange={writeCorrection}
          onSave={saveCorrection}
          onLeave={onLeave}
          onDiscard={forgetCorrection}
        />
      ) : mayWrite ? (
        <div className="mt-2 flex flex-wrap gap-1.5">
          <Button size="sm" onClick={() => writeReply(replyNow, replyNow)}>
            {answer === null ? words.answer : words.changeAnswer}
          </Button>
          {answer === null ? (
            <Button size="sm" variant="ghost" onClick={() => writeCorrection(line, line)}>
              {words.change}
            </Button>
          ) : (
            <Button
              size="sm"
              variant="ghost"
              onClick={() =>
                void submit(
                  { type: 'reply_request.answer', requestId, version, answer: null },
                  () => undefined,
                )
              }
            >
              {words.takeBack}
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}

function replyOf(answer: ReplyRequest['answer'], today: string): ReplyFields {
  if (answer === null) return { outcome: 'answered', words: '', on: today };
  return { outcome: answer.outcome, words: answer.words, on: answer.on };
}

const tones: Readonly<Record<ReturnType<typeof standingOfRequest>, StatusTone>> = {
  waiting: 'blue',
  overdue: 'red',
  answered: 'green',
  declined: 'grey',
  no_reply: 'grey',
};
