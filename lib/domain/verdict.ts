import { z } from 'zod';
import type { Instant } from './ids';

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

/** One step of a scale: the key that is stored, the label that people read, and what it means on the internal scale. */
export const scaleStepSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'A key has small letters, digits and underscores.'),
  label: z.string().trim().min(1, 'Give each step a name.').max(60),
  internal: z.enum(internalVerdicts),
});
export type ScaleStep = Readonly<z.infer<typeof scaleStepSchema>>;

export const scaleFieldsSchema = z.strictObject({
  name: z.string().trim().min(1, 'Give the scale a name.').max(80),
  steps: z
    .array(scaleStepSchema)
    .max(20, 'A scale has at most 20 steps.')
    .refine((steps) => new Set(steps.map(({ key }) => key)).size === steps.length, 'Each key stands once.'),
});
export type ScaleFields = Readonly<z.infer<typeof scaleFieldsSchema>>;

/** One immutable version of a team's verdict scale. A change makes a new version; old verdicts keep naming theirs. */
export type VerdictScale = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly steps: readonly ScaleStep[];
  readonly createdAt: Instant;
};

/**
 * A rating as it was given: scale, version and step, with the label and the internal meaning that the step had then,
 * so that a later change of the scale rewrites nothing.
 */
export const verdictSchema = z.strictObject({
  scaleId: z.uuid(),
  scaleVersion: z.int().min(1),
  key: z.string().max(40),
  label: z.string().max(60),
  internal: z.enum(internalVerdicts),
});
export type Verdict = Readonly<z.infer<typeof verdictSchema>>;

/** What a sender names; label and meaning are read from the scale. */
export const verdictChoiceSchema = verdictSchema.pick({ scaleId: true, scaleVersion: true, key: true });
export type VerdictChoice = Readonly<z.infer<typeof verdictChoiceSchema>>;

/** The verdict that a choice names on one of these scales; absent when none of them has it. */
export function findVerdict(scales: readonly VerdictScale[], choice: VerdictChoice): Verdict | undefined {
  const scale = scales.find(({ id, version }) => id === choice.scaleId && version === choice.scaleVersion);
  const step = scale?.steps.find(({ key }) => key === choice.key);
  return step && { ...choice, label: step.label, internal: step.internal };
}
