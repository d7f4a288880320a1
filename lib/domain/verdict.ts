import type { z } from 'zod';
import type { Instant } from './ids';
import type {
  scaleFieldsSchema,
  scaleStepSchema,
  verdictChoiceSchema,
  verdictSchema,
} from './verdict-schema';

/** The truth ratings that every scale maps to (product: the third axis). */
export const internalVerdicts = [
  'true',
  'mostly_true',
  'mixed',
  'misleading_or_missing_context',
  'mostly_false',
  'false',
  'unproven',
  'not_applicable',
] as const;
export type InternalVerdict = (typeof internalVerdicts)[number];

/** One step of a scale: its key, its label, its internal meaning. */
export type ScaleStep = Readonly<z.infer<typeof scaleStepSchema>>;
export type ScaleFields = Readonly<z.infer<typeof scaleFieldsSchema>>;

/** One immutable version of a team's verdict scale. A change makes a new version; old verdicts keep naming theirs. */
export type VerdictScale = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly steps: readonly ScaleStep[];
  readonly createdAt: Instant;
};

/** A rating as it was given, with the label and the internal meaning that its step had then. */
export type Verdict = Readonly<z.infer<typeof verdictSchema>>;
/** A rating as a sender names it. */
export type VerdictChoice = Readonly<z.infer<typeof verdictChoiceSchema>>;

/** The verdict that a choice names on one of these scales; absent when none of them has it. */
export function findVerdict(scales: readonly VerdictScale[], choice: VerdictChoice): Verdict | undefined {
  const scale = scales.find(({ id, version }) => id === choice.scaleId && version === choice.scaleVersion);
  const step = scale?.steps.find(({ key }) => key === choice.key);
  return step && { ...choice, label: step.label, internal: step.internal };
}
