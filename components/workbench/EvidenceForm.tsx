'use client';

import {
  type Evidence,
  type EvidenceFields,
  evidenceFieldsOf,
  evidenceFieldsSchema,
} from '@/lib/domain/evidence';
import { newId } from '@/lib/domain/new-id';
import type { DraftOf } from '@/lib/workbench/drafts';
import { card as cardWords } from '../messages/card';
import { CardForm } from './CardForm';
import { EvidenceDepthFields } from './EvidenceDepthFields';
import { EvidenceFileField, FileDropArea } from './EvidenceFileField';
import { EvidenceMainFields } from './EvidenceMainFields';
import { FieldClashes } from './FieldClashes';
import type { CardDrafts } from './use-drafts';
import { useFileUpload } from './use-file-upload';
import { useMergedFields } from './use-merged-fields';

const words = cardWords.evidence;

type EvidenceFormProps = {
  readonly draft: DraftOf<'evidence'>;
  /** The evidence under change as it stands now; absent for new evidence and for what was deleted meanwhile. */
  readonly current: Evidence | undefined;
  readonly drafts: CardDrafts;
  readonly onClose: () => void;
};

/** What is written down about one piece of evidence. */
export function EvidenceForm({ draft, current, drafts, onClose }: EvidenceFormProps) {
  const { annotationId, itemId: evidenceId, values } = draft;
  const { problems, clashing, change, save } = useMergedFields<EvidenceFields>(evidenceFieldsSchema, draft, {
    now: current && { version: current.version, values: evidenceFieldsOf(current) },
    onChange: (typed) => drafts.write({ ...draft, ...typed, state: 'writing', message: null }),
    onCreate(fields) {
      if (draft.base !== null) {
        beginAnew(fields);
        return;
      }
      onClose();
      void drafts.send(draft, { type: 'evidence.create', annotationId, evidenceId, fields });
    },
    onSave(changes, version) {
      onClose();
      if (Object.keys(changes).length === 0) drafts.remove(draft);
      else void drafts.send(draft, { type: 'evidence.change', annotationId, evidenceId, version, changes });
    },
  });
  const upload = useFileUpload((file) => change({ file }));

  /** What was deleted meanwhile is offered as a new piece of evidence. */
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

  function saveUnlessSending(): void {
    if (upload.sending === null) save();
    else drafts.write({ ...draft, message: cardWords.file.wait });
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
      onSave={saveUnlessSending}
      onLeave={onClose}
      onDiscard={discard}
    >
      {clashing === undefined ? null : (
        <FieldClashes
          about="evidence"
          annotationId={annotationId}
          itemId={evidenceId}
          {...clashing}
          labels={fieldLabels}
          shown={shownValue}
          texts={['title', 'quote', 'locator', 'independenceGroup']}
        />
      )}
      <FileDropArea onFile={upload.start}>
        <EvidenceMainFields values={values} problems={problems} onChange={change} />
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
