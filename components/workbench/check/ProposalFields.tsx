import { confidences } from '@/lib/domain/check';
import { type DemandedField, demandedFields, type ProposalDraft } from '@/lib/workbench/check-drafts';
import { check } from '../../messages/check';
import { claimWords } from '../../messages/claim-words';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import type { FieldProblems } from '../field-problems';
import { VerdictField } from './VerdictField';
import { WordingField } from './WordingField';

const words = check.form;

type ProposalFieldsProps = {
  readonly values: ProposalDraft;
  /** The proposal of somebody else that this one takes in, while it still stands. */
  readonly joining: ProposalDraft['joining'];
  readonly passage: string;
  readonly problems: FieldProblems;
  readonly onChange: (changes: Partial<ProposalDraft>) => void;
};

/** What a proposal says besides its outcome: what the outcome asks for, then verdict, reasons and confidence. */
export function ProposalFields({ values, joining, passage, problems, onChange }: ProposalFieldsProps) {
  if (values.outcome === null) return null;
  return (
    <>
      {demandedFields[values.outcome].map((field) => (
        <Demanded
          key={field}
          field={field}
          values={values}
          passage={passage}
          error={problems[field]}
          onChange={onChange}
        />
      ))}
      <VerdictField
        verdict={values.verdict}
        scaleId={values.scaleId}
        onChange={(chosen) =>
          onChange({ ...chosen, ...(joining && { joining: { ...joining, isVerdictOpen: false } }) })
        }
      />
      <TextArea
        label={words.rationale}
        optional
        rows={2}
        placeholder={words.rationaleHint}
        maxLength={10_000}
        value={values.rationale}
        onChange={({ target }) => onChange({ rationale: target.value })}
      />
      <ConfidenceField values={values} error={problems.confidenceReason} onChange={onChange} />
    </>
  );
}

type PartProps = {
  readonly values: ProposalDraft;
  readonly error: string | undefined;
  readonly onChange: (changes: Partial<ProposalDraft>) => void;
};

/** A field that the outcome asks for. */
function Demanded({
  field,
  values,
  passage,
  error,
  onChange,
}: PartProps & { readonly field: DemandedField; readonly passage: string }) {
  if (field === 'suggestedWording')
    return (
      <WordingField
        passage={passage}
        value={values.suggestedWording}
        error={error}
        onChange={(suggestedWording) => onChange({ suggestedWording })}
      />
    );
  return (
    <TextArea
      label={words.fields[field]}
      rows={2}
      maxLength={field === 'tried' ? 5_000 : 2_000}
      value={values[field] ?? ''}
      error={error}
      onChange={({ target }) => onChange({ [field]: target.value })}
    />
  );
}

function ConfidenceField({ values: { confidence, confidenceReason }, error, onChange }: PartProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-col gap-1">
        <span aria-hidden className="text-sm font-medium">
          {words.confidence}
        </span>
        <SegmentedControl
          label={words.confidence}
          options={[
            { value: 'none', label: words.noConfidence },
            ...confidences.map((value) => ({ value, label: claimWords.confidences[value] })),
          ]}
          value={confidence ?? 'none'}
          onChange={(value) => onChange({ confidence: value === 'none' ? null : value })}
        />
      </div>
      {confidence === null ? null : (
        <TextField
          label={words.confidenceReason}
          maxLength={1_000}
          value={confidenceReason ?? ''}
          error={error}
          onChange={({ target }) => onChange({ confidenceReason: target.value })}
        />
      )}
    </div>
  );
}
