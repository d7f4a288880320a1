'use client';

import { standingOfRequest } from '@/lib/domain/reply-request';
import type { ReplyRequest } from '@/lib/domain/reply-request-schema';
import { evidenceWords } from '../../messages/evidence-words';
import { replies as repliesWords } from '../../messages/replies';
import { Button } from '../../ui/Button';
import { StatusChip, type StatusTone } from '../../ui/StatusChip';
import { dayText } from '../day-text';
import type { FormPlace } from '../use-kept-form';
import type { CommandWithoutId } from '../workbench-context';
import { AnswerForm } from './AnswerForm';
import { RequestForm } from './RequestForm';
import { useRequestForms } from './use-request-forms';

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
  const { party, question, askedOn, way, deadlineOn, answer } = request;
  const standing = standingOfRequest(request, today);
  const { reply, correction, refusal, begin, takeBack } = useRequestForms({ request, place, today, send });
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
        <AnswerForm {...reply} message={refusal} onLeave={onLeave} />
      ) : correction !== null ? (
        <RequestForm title={words.changeForm} {...correction} message={refusal} onLeave={onLeave} />
      ) : mayWrite ? (
        <div className="mt-2 flex flex-wrap gap-1.5">
          <Button size="sm" onClick={begin.reply}>
            {answer === null ? words.answer : words.changeAnswer}
          </Button>
          {answer === null ? (
            <Button size="sm" variant="ghost" onClick={begin.correction}>
              {words.change}
            </Button>
          ) : (
            <Button size="sm" variant="ghost" onClick={takeBack}>
              {words.takeBack}
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}

const tones: Readonly<Record<ReturnType<typeof standingOfRequest>, StatusTone>> = {
  waiting: 'blue',
  overdue: 'red',
  answered: 'green',
  declined: 'grey',
  no_reply: 'grey',
};
