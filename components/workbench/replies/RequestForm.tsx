'use client';

import {
  askingWays,
  type ReplyRequestFields,
  replyRequestFieldsSchema,
} from '@/lib/domain/reply-request-schema';
import { mergeFields } from '@/lib/workbench/field-merge';
import { evidenceWords } from '../../messages/evidence-words';
import { replies as repliesWords } from '../../messages/replies';
import { Select } from '../../ui/Select';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { CardForm } from '../CardForm';

import { LogClashes } from './LogClashes';
import { useCheckedFields } from './use-checked-fields';

type RequestFormProps = {
  readonly title: string;
  readonly values: ReplyRequestFields;
  /** What a correction began from, and the line as it stands now; absent for a new one. */
  readonly under?: { readonly base: ReplyRequestFields; readonly now: ReplyRequestFields } | undefined;
  /** Why the server refused it. */
  readonly message: string | null;
  readonly onChange: (values: ReplyRequestFields, base?: ReplyRequestFields) => void;
  readonly onSave: (fields: ReplyRequestFields) => void;
  readonly onLeave: () => void;
  readonly onDiscard: () => void;
};

const words = repliesWords;
const wayWords: Readonly<Record<string, string>> = evidenceWords.askingWays;

/** Who was asked what, when, how and until when. */
export function RequestForm({
  title,
  values,
  under,
  message,
  onChange,
  onSave,
  onLeave,
  onDiscard,
}: RequestFormProps) {
  const { problems, change, save } = useCheckedFields(replyRequestFieldsSchema, values, { onChange, onSave });

  return (
    <CardForm
      title={title}
      saveLabel={words.save}
      message={message}
      isRefused={message !== null}
      onSave={save}
      onLeave={onLeave}
      onDiscard={onDiscard}
    >
      {under === undefined ? null : (
        <LogClashes
          clashes={mergeFields(under.base, values, under.now).clashes}
          base={under.base}
          mine={values}
          theirs={under.now}
          labels={{
            party: words.party,
            question: words.question,
            askedOn: words.askedOn,
            way: words.way,
            deadlineOn: words.deadlineOn,
          }}
          shown={(value) => (value === null ? '' : (wayWords[value] ?? value))}
          texts={['party', 'question']}
          onSettled={onChange}
        />
      )}
      <TextField
        label={words.party}
        autoFocus
        maxLength={300}
        value={values.party}
        error={problems.party}
        onChange={({ target }) => change({ party: target.value })}
      />
      <TextArea
        label={words.question}
        rows={3}
        maxLength={5_000}
        value={values.question}
        error={problems.question}
        onChange={({ target }) => change({ question: target.value })}
      />
      <div className="grid grid-cols-2 gap-2">
        <TextField
          label={words.askedOn}
          type="date"
          value={values.askedOn}
          error={problems.askedOn}
          onChange={({ target }) => change({ askedOn: target.value })}
        />
        <TextField
          label={words.deadlineOn}
          type="date"
          value={values.deadlineOn ?? ''}
          error={problems.deadlineOn}
          onChange={({ target }) => change({ deadlineOn: target.value === '' ? null : target.value })}
        />
      </div>
      <Select
        label={words.way}
        options={askingWays.map((value) => ({ value, label: evidenceWords.askingWays[value] }))}
        value={values.way}
        error={problems.way}
        onChange={({ target }) =>
          change({ way: askingWays.find((way) => way === target.value) ?? values.way })
        }
      />
    </CardForm>
  );
}
