'use client';

import { useState } from 'react';
import type { ReplyFields, ReplyRequest, ReplyRequestFields } from '@/lib/domain/reply-request-schema';
import { mergeFields } from '@/lib/workbench/field-merge';
import { replies as words } from '../../messages/replies';
import { type FormPlace, useKeptForm } from '../use-kept-form';
import type { CommandWithoutId } from '../workbench-context';

type RequestFormsOptions = {
  readonly request: ReplyRequest;
  /** Where what is typed here is kept. */
  readonly place: FormPlace;
  readonly today: string;
  /** Carries it out; gives the sentence of a refusal. */
  readonly send: (command: CommandWithoutId) => Promise<string | null>;
};

/** What is typed about a line of the log: the reply that came, or a correction of the line; null while it is not. */
export function useRequestForms({ request, place, today, send }: RequestFormsOptions) {
  const { id: requestId, version, party, question, askedOn, way, deadlineOn, answer } = request;
  const [reply, keepReply] = useKeptForm<ReplyFields>(`reply ${requestId}`, place);
  const [correction, keepCorrection] = useKeptForm<ReplyRequestFields>(`request ${requestId}`, place);
  // What they were begun from: somebody else may change the line meanwhile.
  const [replyBase, keepReplyBase] = useKeptForm<ReplyFields>(`reply base ${requestId}`, place);
  const [lineBase, keepLineBase] = useKeptForm<ReplyRequestFields>(`request base ${requestId}`, place);
  const [refusal, setRefusal] = useState<string | null>(null);
  const line = { party, question, askedOn, way, deadlineOn };
  const replyNow = replyOf(answer, today);

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

  return {
    reply: reply && {
      values: reply,
      under: { base: replyBase ?? replyNow, now: replyNow },
      onChange: writeReply,
      onSave: saveReply,
      onDiscard: forgetReply,
    },
    correction: correction && {
      values: correction,
      under: { base: lineBase ?? line, now: line },
      onChange: writeCorrection,
      onSave: saveCorrection,
      onDiscard: forgetCorrection,
    },
    refusal,
    begin: {
      reply: () => writeReply(replyNow, replyNow),
      correction: () => writeCorrection(line, line),
    },
    /** The reply did not come after all. */
    takeBack: () =>
      void submit({ type: 'reply_request.answer', requestId, version, answer: null }, () => undefined),
  };
}

function replyOf(answer: ReplyRequest['answer'], today: string): ReplyFields {
  if (answer === null) return { outcome: 'answered', words: '', on: today };
  return { outcome: answer.outcome, words: answer.words, on: answer.on };
}
