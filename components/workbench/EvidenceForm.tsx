'use client';

import { type ClipboardEvent, useState } from 'react';
import {
  type Evidence,
  type EvidenceFields,
  evidenceFieldsOf,
  evidenceFieldsSchema,
  evidenceStances,
  evidenceTiers,
  evidenceTypes,
} from '@/lib/domain/evidence';
import { newId } from '@/lib/domain/new-id';
import type { DraftOf } from '@/lib/workbench/drafts';
import { mergeFields } from '@/lib/workbench/field-merge';
import { card as cardWords } from '../messages/card';
import { evidenceWords } from '../messages/evidence-words';
import { SegmentedControl } from '../ui/SegmentedControl';
import { Select } from '../ui/Select';
import { TextArea } from '../ui/TextArea';
import { TextField } from '../ui/TextField';
import { CardForm } from './CardForm';
import { EvidenceDepthFields } from './EvidenceDepthFields';
import { EvidenceFileField, FileDropArea } from './EvidenceFileField';
import { FieldClashes } from './FieldClashes';
import { clashProblems, type FieldProblems, noProblems, problemsOf } from './field-problems';
import { SourceTitleField } from './SourceTitleField';
import type { CardDrafts } from './use-drafts';
import { useFileUpload } from './use-file-upload';

const words = cardWords.evidence;
const { evidenceTypes: typeWords, evidenceTiers: tierWords, evidenceStances: stanceWords } = evidenceWords;

type EvidenceFormProps = {
  readonly draft: DraftOf<'evidence'>;
  /** The evidence under change as it stands now; absent for new evidence and for what was deleted meanwhile. */
  readonly current: Evidence | undefined;
  readonly drafts: CardDrafts;
  readonly onClose: () => void;
};

/** What is written down about one piece of evidence. */
export function EvidenceForm({ draft, current, drafts, onClose }: EvidenceFormProps) {
  const [problems, setProblems] = useState<FieldProblems>(noProblems);
  const { values } = draft;
  const upload = useFileUpload((file) => change({ file }));

  function change(changes: Partial<EvidenceFields>): void {
    setProblems(noProblems);
    drafts.write({ ...draft, values: { ...values, ...changes }, state: 'writing', message: null });
  }

  function save(): void {
    if (upload.sending !== null) {
      drafts.write({ ...draft, message: cardWords.file.wait });
      return;
    }
    const checked = evidenceFieldsSchema.safeParse(values);
    if (!checked.success) {
      setProblems(problemsOf(checked.error));
      return;
    }
    const { annotationId, itemId: evidenceId, base } = draft;
    const fields = checked.data;
    if (base === null) {
      onClose();
      void drafts.send(draft, { type: 'evidence.create', annotationId, evidenceId, fields });
      return;
    }
    if (current === undefined) {
      beginAnew(fields);
      return;
    }
    const { changes, clashes } = mergeFields<EvidenceFields>(base.values, fields, evidenceFieldsOf(current));
    if (clashes.length > 0) {
      setProblems(clashProblems(clashes));
      return;
    }
    onClose();
    if (Object.keys(changes).length === 0) {
      drafts.remove(draft);
      return;
    }
    const { version } = current;
    void drafts.send(draft, { type: 'evidence.change', annotationId, evidenceId, version, changes });
  }

  function beginAnew(fields: EvidenceFields): void {
    drafts.remove(draft);
    drafts.write({
      ...draft,
      itemId: newId(),
      base: null,
      values: fields,
      state: 'refused',
      message: cardWords.form.gone,
    });
  }

  function discard(): void {
    drafts.remove(draft);
    onClose();
  }

  return (
    <CardForm
      title={draft.base === null ? words.formAdd : words.formEdit}
      saveLabel={words.save}
      message={draft.message}
      isRefused={draft.state === 'refused'}
      onSave={save}
      onLeave={onClose}
      onDiscard={discard}
    >
      {draft.base === null || current === undefined ? null : (
        <FieldClashes
          about="evidence"
          annotationId={draft.annotationId}
          itemId={draft.itemId}
          clashes={mergeFields(draft.base.values, values, evidenceFieldsOf(current)).clashes}
          base={draft.base.values}
          mine={values}
          theirs={evidenceFieldsOf(current)}
          labels={fieldLabels}
          shown={shownValue}
          texts={['title', 'quote', 'locator', 'independenceGroup']}
          onSettled={(mine, from) => {
            setProblems(noProblems);
            const seen = { version: current.version, values: from };
            drafts.write({ ...draft, values: mine, base: seen, state: 'writing', message: null });
          }}
        />
      )}
      <FileDropArea onFile={upload.start}>
        <SourceTitleField
          values={values}
          error={problems.title}
          onChange={change}
          onPaste={(event) => takeAddress(event, values, change)}
        />
        <TextField
          label={words.address}
          optional
          type="url"
          inputMode="url"
          placeholder="https://"
          maxLength={2_000}
          value={values.address ?? ''}
          error={problems.address}
          onChange={(event) => change({ address: orNull(event.target.value) })}
        />
        <div className="grid grid-cols-2 gap-2">
          <Select
            label={words.type}
            options={evidenceTypes.map((value) => ({ value, label: typeWords[value] }))}
            value={values.type}
            error={problems.type}
            onChange={({ target }) =>
              change({ type: evidenceTypes.find((type) => type === target.value) ?? values.type })
            }
          />
          <Select
            label={words.tier}
            options={evidenceTiers.map((value) => ({ value, label: tierWords[value] }))}
            value={values.tier}
            error={problems.tier}
            onChange={({ target }) =>
              change({ tier: evidenceTiers.find((tier) => tier === target.value) ?? values.tier })
            }
          />
        </div>
        <div className="flex flex-col gap-1">
          <span aria-hidden className="text-sm font-medium">
            {words.stance}
          </span>
          <SegmentedControl
            label={words.stance}
            options={evidenceStances.map((value) => ({ value, label: stanceWords[value] }))}
            value={values.stance}
            onChange={(stance) => change({ stance })}
          />
          {problems.stance === undefined ? null : <p className="text-sm text-danger">{problems.stance}</p>}
        </div>
        <TextArea
          label={words.quote}
          optional
          rows={1}
          maxLength={5_000}
          value={values.quote ?? ''}
          error={problems.quote}
          onChange={(event) => change({ quote: orNull(event.target.value) })}
        />
        <div className="grid grid-cols-2 gap-2">
          <TextField
            label={words.locator}
            placeholder={words.locatorExample}
            maxLength={300}
            value={values.locator ?? ''}
            error={problems.locator}
            onChange={(event) => change({ locator: orNull(event.target.value) })}
          />
          <TextField
            label={words.accessedOn}
            type="date"
            value={values.accessedOn ?? ''}
            error={problems.accessedOn}
            onChange={(event) => change({ accessedOn: orNull(event.target.value) })}
          />
        </div>
        <EvidenceFileField
          file={values.file ?? null}
          upload={upload}
          onRemove={() => change({ file: null })}
        />
        <EvidenceDepthFields values={values} problems={problems} onChange={change} />
      </FileDropArea>
    </CardForm>
  );
}

const fieldLabels = {
  title: words.title,
  address: words.address,
  type: words.type,
  tier: words.tier,
  stance: words.stance,
  quote: words.quote,
  locator: words.locator,
  accessedOn: words.accessedOn,
  archivedAddress: words.archivedAddress,
  independenceGroup: words.independenceGroup,
  attribution: words.attribution,
  reliability: words.reliability,
  credibility: words.credibility,
  isConfidential: words.confidential,
  file: cardWords.file.choose,
};

/** What somebody else has put into a field, in words. */
function shownValue(value: EvidenceFields[keyof EvidenceFields]): string {
  if (typeof value === 'boolean') return value ? cardWords.evidence.confidential : '';
  return typeof value === 'object' && value !== null ? value.name : String(value ?? '');
}

const orNull = (value: string): string | null => (value.trim() === '' ? null : value);

/** A web address pasted as the title is what everybody means as the address; the site then is a first title. */
function takeAddress(
  event: ClipboardEvent<HTMLInputElement>,
  values: EvidenceFields,
  change: (changes: Partial<EvidenceFields>) => void,
): void {
  const pasted = event.clipboardData.getData('text/plain').trim();
  if (values.title !== '' || values.address !== null) return;
  const address = evidenceFieldsSchema.shape.address.safeParse(pasted);
  if (!address.success || address.data === null) return;
  event.preventDefault();
  change({ address: pasted, title: new URL(pasted).hostname.replace(/^www\./, '') });
}
