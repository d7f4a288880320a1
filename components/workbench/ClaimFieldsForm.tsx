'use client';

import { type Annotation, type ClaimFields, type ClaimType, claimTypes } from '@/lib/domain/annotation';
import { claimFieldsSchema } from '@/lib/domain/annotation-schema';
import type { DraftOf } from '@/lib/workbench/drafts';
import { card as cardWords } from '../messages/card';
import { claimWords } from '../messages/claim-words';
import { Chip } from '../ui/Chip';
import { TextField } from '../ui/TextField';
import { CardForm } from './CardForm';
import { FieldClashes } from './FieldClashes';
import type { CardDrafts } from './use-drafts';
import { useMergedFields } from './use-merged-fields';

const words = cardWords.claim;
const typeWords = claimWords.claimTypes;

type ClaimFieldsFormProps = {
  readonly draft: DraftOf<'claim'>;
  readonly annotation: Annotation;
  readonly drafts: CardDrafts;
  readonly onClose: () => void;
};

/** What is known of a claim: its kinds, who said it, when. */
export function ClaimFieldsForm({ draft, annotation, drafts, onClose }: ClaimFieldsFormProps) {
  const { values } = draft;
  const now = { version: annotation.version, values: annotation.claim };
  const { problems, clashing, change, save } = useMergedFields<ClaimFields>(
    claimFieldsSchema,
    { values, base: draft.base ?? now },
    {
      now,
      onChange: (typed) => drafts.write({ ...draft, ...typed, state: 'writing', message: null }),
      onSave(claim, version) {
        onClose();
        if (Object.keys(claim).length === 0) drafts.remove(draft);
        else
          void drafts.send(draft, {
            type: 'annotation.change',
            annotationId: annotation.id,
            version,
            changes: { claim },
          });
      },
    },
  );

  function toggle(type: ClaimType): void {
    const chosen = values.claimTypes.includes(type)
      ? values.claimTypes.filter((other) => other !== type)
      : claimTypes.filter((other) => other === type || values.claimTypes.includes(other));
    change({ claimTypes: chosen });
  }

  function discard(): void {
    drafts.remove(draft);
    onClose();
  }

  return (
    <CardForm
      title={words.label}
      saveLabel={words.save}
      message={draft.message}
      isRefused={draft.state === 'refused'}
      onSave={save}
      onLeave={onClose}
      onDiscard={discard}
    >
      {clashing === undefined ? null : (
        <FieldClashes
          about="claim"
          annotationId={annotation.id}
          itemId={annotation.id}
          {...clashing}
          labels={{ claimTypes: words.types, claimant: words.claimant, claimedOn: words.claimedOn }}
          shown={shown}
          texts={['claimant']}
        />
      )}
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{words.types}</legend>
        <div className="flex flex-wrap gap-1">
          {claimTypes.map((type) => (
            <Chip key={type} pressed={values.claimTypes.includes(type)} onClick={() => toggle(type)}>
              {typeWords[type]}
            </Chip>
          ))}
        </div>
        {problems.claimTypes === undefined ? null : (
          <p className="mt-1 text-sm text-danger">{problems.claimTypes}</p>
        )}
      </fieldset>
      <div className="grid grid-cols-[1fr_9rem] gap-2">
        <TextField
          label={words.claimant}
          placeholder={words.claimantHint}
          autoFocus
          maxLength={300}
          value={values.claimant ?? ''}
          error={problems.claimant}
          onChange={(event) =>
            change({ claimant: event.target.value.trim() === '' ? null : event.target.value })
          }
        />
        <TextField
          label={words.claimedOn}
          type="date"
          value={values.claimedOn ?? ''}
          error={problems.claimedOn}
          onChange={(event) => change({ claimedOn: event.target.value === '' ? null : event.target.value })}
        />
      </div>
    </CardForm>
  );
}

function shown(value: ClaimFields[keyof ClaimFields]): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : value.map((type) => typeWords[type]).join(', ');
}
