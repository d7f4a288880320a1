'use client';

import { type Flag, type FlagFields, flagPriorities } from '@/lib/domain/annotation';
import { flagFieldsSchema } from '@/lib/domain/annotation-schema';
import type { DraftOf } from '@/lib/workbench/drafts';
import { messages } from '../messages';
import { SegmentedControl } from '../ui/SegmentedControl';
import { TextArea } from '../ui/TextArea';
import { CardForm } from './CardForm';
import { FieldClashes } from './FieldClashes';
import type { CardDrafts } from './use-drafts';
import { useMergedFields } from './use-merged-fields';

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
  const { annotationId, itemId: flagId, values } = draft;
  const { problems, clashing, change, save } = useMergedFields<FlagFields>(flagFieldsSchema, draft, {
    now: current && { version: current.version, values: flagFieldsOf(current) },
    onChange: (typed) => drafts.write({ ...draft, ...typed, state: 'writing', message: null }),
    onCreate(fields) {
      onClose();
      void drafts.send(draft, { type: 'flag.raise', annotationId, flagId, fields });
    },
    onSave(changes, version) {
      onClose();
      if (Object.keys(changes).length === 0) drafts.remove(draft);
      else void drafts.send(draft, { type: 'flag.change', annotationId, flagId, version, changes });
    },
  });

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
      {clashing === undefined ? null : (
        <FieldClashes
          about="flag"
          annotationId={annotationId}
          itemId={flagId}
          {...clashing}
          labels={{ reason: words.reason, priority: words.priority }}
          shown={String}
          texts={['reason']}
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
