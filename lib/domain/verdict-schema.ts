import { z } from 'zod';
import { internalVerdicts } from './verdict';

/** One step of a scale: the key that is stored, the label that people read, and what it means on the internal scale. */
export const scaleStepSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'A key has small letters, digits and underscores.'),
  label: z.string().trim().min(1, 'Give each step a name.').max(60),
  internal: z.enum(internalVerdicts),
});

export const scaleFieldsSchema = z.strictObject({
  name: z.string().trim().min(1, 'Give the scale a name.').max(80),
  steps: z
    .array(scaleStepSchema)
    .max(20, 'A scale has at most 20 steps.')
    .refine((steps) => new Set(steps.map(({ key }) => key)).size === steps.length, 'Each key stands once.'),
});

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

/** What a sender names; label and meaning are read from the scale. */
export const verdictChoiceSchema = verdictSchema.pick({ scaleId: true, scaleVersion: true, key: true });
