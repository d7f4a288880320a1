'use client';

import { useState } from 'react';
import { type Flag, type FlagFields, flagPriorities } from '@/lib/domain/annotation';
import { flagFieldsSchema } from '@/lib/domain/annotation-schema';
import type { DraftOf } from '@/lib/workbench/drafts';
import { mergeFields } from '@/lib/workbench/field-merge';
import { messages } from '../messages';
import { SegmentedControl } from '../ui/SegmentedControl';
import { TextArea } from '../ui/TextArea';
import { CardForm } from './CardForm';
import { FieldClashes } from './FieldClashes';
import { clashProblems, type FieldProblems, noProblems, problemsOf } from './field-problems';
import type { CardDrafts } from './use-drafts';

const words = messages.margin.flag;

type FlagFormProps = {
  readonly draft: DraftOf<'flag'>;
  /** The flag under change as it stands now; absent for a new one. */
  readonly current: Flag | undefined;
  readonly drafts: CardDrafts;
  readonly onClose: () => void;
};

/** Why someone must look at a claim, and how soon. */
export function FlagForm({ draft, current, drafts, onClose }: FlagFormProps) {
  const [problems, setProblems] = useState<FieldProblems>(noProblems);
  const { values } = draft;

  function change(changes: Partial<FlagFields>): void {
    setProblems(noProblems);
    drafts.write({ ...draft, values: { ...values, ...changes }, state: 'writing', message: null });
  }

  function save(): void {
    const checked = flagFieldsSchema.safeParse(values);
    if (!checked.success) {
      setProblems(problemsOf(checked.error));
      return;
    }
    const { annotationId, itemId: flagId, base } = draft;
    if (base === null || current === undefined) {
      onClose();
      void drafts.send(draft, { type: 'flag.raise', annotationId, flagId, fields: checked.data });
      return;
    }
    const { changes, clashes } = mergeFields<FlagFields>(base.values, checked.data, flagFieldsOf(current));
    if (clashes.length > 0) {
      setProblems(clashProblems(clashes));
      return;
    }
    onClose();
    if (Object.keys(changes).length === 0) {
      drafts.remove(draft);
      return;
    }
    void drafts.send(draft, { type: 'flag.change', annotationId, flagId, version: current.version, changes });
  }

  function discard(): void {
    drafts.remove(draft);
    onClose();
  }

  return (
    <CardForm
      title={draft.base === null ? words.form : words.change}
      saveLabel={draft.base === null ? words.raise : words.save}
      message={draft.message}
      isRefused={draft.state === 'refused'}
      onSave={save}
      onLeave={onClose}
      onDiscard={discard}
    >
      {draft.base === null || current === undefined ? null : (
        <FieldClashes
          about="flag"
          annotationId={draft.annotationId}
          itemId={draft.itemId}
          clashes={mergeFields<FlagFields>(draft.base.values, values, flagFieldsOf(current)).clashes}
          base={draft.base.values}
          mine={values}
          theirs={flagFieldsOf(current)}
          labels={{ reason: words.reason, priority: words.priority }}
          shown={String}
          texts={['reason']}
          onSettled={(mine, from) => {
            setProblems(noProblems);
            const seen = { version: current.version, values: from };
            drafts.write({ ...draft, values: mine, base: seen, state: 'writing', message: null });
          }}
        />
      )}
      <TextArea
        label={words.reason}
        placeholder={words.reasonHint}
        rows={2}
        autoFocus
        maxLength={1_000}
        value={values.reason}
        error={problems.reason}
        onChange={(event) => change({ reason: event.target.value })}
      />
      <div className="flex flex-col gap-1">
        <span aria-hidden className="text-sm font-medium">
          {words.priority}
        </span>
        <SegmentedControl
          label={words.priority}
          options={flagPriorities.map((value) => ({ value, label: messages.words.flagPriorities[value] }))}
          value={values.priority}
          onChange={(priority) => change({ priority })}
        />
        {problems.priority === undefined ? null : <p className="text-sm text-danger">{problems.priority}</p>}
      </div>
    </CardForm>
  );
}

const flagFieldsOf = ({ reason, priority }: Flag): FlagFields => ({ reason, priority });
