'use client';

import { type ReplyFields, replyFieldsSchema, replyOutcomes } from '@/lib/domain/reply-request-schema';
import { mergeFields } from '@/lib/workbench/field-merge';
import { evidenceWords } from '../../messages/evidence-words';
import { replies as repliesWords } from '../../messages/replies';
import { Select } from '../../ui/Select';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { CardForm } from '../CardForm';

import { LogClashes } from './LogClashes';
import { useCheckedFields } from './use-checked-fields';

type AnswerFormProps = {
  readonly values: ReplyFields;
  /** What it began from, and what stands there now. */
  readonly under: { readonly base: ReplyFields; readonly now: ReplyFields };
  /** Why the server refused it. */
  readonly message: string | null;
  readonly onChange: (values: ReplyFields, base?: ReplyFields) => void;
  readonly onSave: (fields: ReplyFields) => void;
  readonly onLeave: () => void;
  readonly onDiscard: () => void;
};

const words = repliesWords;
const outcomeWords: Readonly<Record<string, string>> = evidenceWords.replyOutcomes;

/** What came back, and when. */
export function AnswerForm({
  values,
  under,
  message,
  onChange,
  onSave,
  onLeave,
  onDiscard,
}: AnswerFormProps) {
  const { problems, change, save } = useCheckedFields(replyFieldsSchema, values, { onChange, onSave });

  return (
    <CardForm
      title={words.answerForm}
      saveLabel={words.save}
      message={message}
      isRefused={message !== null}
      onSave={save}
      onLeave={onLeave}
      onDiscard={onDiscard}
    >
      <LogClashes
        clashes={mergeFields(under.base, values, under.now).clashes}
        base={under.base}
        mine={values}
        theirs={under.now}
        labels={{ outcome: words.outcome, words: words.words, on: words.answeredOn }}
        shown={(value) => outcomeWords[value] ?? value}
        texts={['words']}
        onSettled={onChange}
      />
      <div className="grid grid-cols-2 gap-2">
        <Select
          label={words.outcome}
          options={replyOutcomes.map((value) => ({ value, label: evidenceWords.replyOutcomes[value] }))}
          value={values.outcome}
          error={problems.outcome}
          onChange={({ target }) =>
            change({ outcome: replyOutcomes.find((outcome) => outcome === target.value) ?? values.outcome })
          }
        />
        <TextField
          label={words.answeredOn}
          type="date"
          value={values.on}
          error={problems.on}
          onChange={({ target }) => change({ on: target.value })}
        />
      </div>
      <TextArea
        label={words.words}
        autoFocus
        rows={3}
        maxLength={10_000}
        value={values.words}
        error={problems.words}
        onChange={({ target }) => change({ words: target.value })}
      />
    </CardForm>
  );
}
