'use client';

import { useState } from 'react';
import { type Annotation, type ClaimFields, type ClaimType, claimTypes } from '@/lib/domain/annotation';
import { claimFieldsSchema } from '@/lib/domain/annotation-schema';
import type { DraftOf } from '@/lib/workbench/drafts';
import { mergeFields } from '@/lib/workbench/field-merge';
import { card as cardWords } from '../messages/card';
import { claimWords } from '../messages/claim-words';
import { Chip } from '../ui/Chip';
import { TextField } from '../ui/TextField';
import { CardForm } from './CardForm';
import { FieldClashes } from './FieldClashes';
import { clashProblems, type FieldProblems, noProblems, problemsOf } from './field-problems';
import type { CardDrafts } from './use-drafts';

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
  const [problems, setProblems] = useState<FieldProblems>(noProblems);
  const { values } = draft;
  const now = annotation.claim;
  const base = draft.base?.values ?? now;
  const { clashes } = mergeFields<ClaimFields>(base, values, now);

  function change(changes: Partial<ClaimFields>): void {
    setProblems(noProblems);
    drafts.write({ ...draft, values: { ...values, ...changes }, state: 'writing', message: null });
  }

  function toggle(type: ClaimType): void {
    const chosen = values.claimTypes.includes(type)
      ? values.claimTypes.filter((other) => other !== type)
      : claimTypes.filter((other) => other === type || values.claimTypes.includes(other));
    change({ claimTypes: chosen });
  }

  function save(): void {
    const checked = claimFieldsSchema.safeParse(values);
    if (!checked.success) {
      setProblems(problemsOf(checked.error));
      return;
    }
    const { changes, clashes } = mergeFields<ClaimFields>(base, checked.data, now);
    if (clashes.length > 0) {
      setProblems(clashProblems(clashes));
      return;
    }
    onClose();
    if (Object.keys(changes).length === 0) {
      drafts.remove(draft);
      return;
    }
    void drafts.send(draft, {
      type: 'annotation.change',
      annotationId: annotation.id,
      version: annotation.version,
      changes: { claim: changes },
    });
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
      <FieldClashes
        about="claim"
        annotationId={annotation.id}
        itemId={annotation.id}
        clashes={clashes}
        base={base}
        mine={values}
        theirs={now}
        labels={{ claimTypes: words.types, claimant: words.claimant, claimedOn: words.claimedOn }}
        shown={shown}
        texts={['claimant']}
        onSettled={(mine, from) => {
          setProblems(noProblems);
          const seen = { version: annotation.version, values: from };
          drafts.write({ ...draft, values: mine, base: seen, state: 'writing', message: null });
        }}
      />
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
