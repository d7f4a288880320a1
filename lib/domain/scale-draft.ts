import { z } from 'zod';
import type { InternalVerdict, ScaleFields, ScaleStep } from './verdict';
import { scaleFieldsSchema } from './verdict-schema';

/** A scale that a team makes: at least two steps, and no two that read the same. */
export const ownScaleSchema = scaleFieldsSchema
  .refine(({ steps }) => steps.length >= 2, { path: ['steps'], error: 'A scale has at least two steps.' })
  .refine(({ steps }) => new Set(steps.map(({ label }) => folded(label))).size === steps.length, {
    path: ['steps'],
    error: 'Two steps have the same name. Give each a name of its own.',
  });

/** A step as somebody writes it. `key` is null until the step has been saved. */
export type StepDraft = {
  readonly key: string | null;
  readonly label: string;
  readonly internal: InternalVerdict;
};
export type ScaleDraft = { readonly name: string; readonly steps: readonly StepDraft[] };

/**
 * The scale that a draft makes. A step keeps the key that it was saved under, whatever it is called now, so that its
 * verdicts can be followed from version to version; a new one gets a key from its name that no other step has.
 */
export function scaleOf({ name, steps }: ScaleDraft): ScaleFields {
  const taken = new Set(steps.flatMap(({ key }) => key ?? []));
  return {
    name,
    steps: steps.map(({ key, label, internal }): ScaleStep => {
      const own = key ?? freeKey(label, taken);
      taken.add(own);
      return { key: own, label, internal };
    }),
  };
}

/** What of a draft is wrong, by the number of its step or `name` or `steps`, each with a sentence; empty when nothing is. */
export function faultsOf(draft: ScaleDraft): ReadonlyMap<number | 'name' | 'steps', string> {
  const parsed = ownScaleSchema.safeParse(scaleOf(draft));
  const faults = new Map<number | 'name' | 'steps', string>();
  for (const { path, message } of parsed.error?.issues ?? []) {
    const [field, step] = path;
    const place = field === 'name' ? 'name' : typeof step === 'number' ? step : 'steps';
    if (!faults.has(place)) faults.set(place, message);
  }
  return faults;
}

function freeKey(label: string, taken: ReadonlySet<string>): string {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 32);
  const base = plain === '' ? 'step' : plain;
  for (let number = 1; ; number += 1) {
    const key = number === 1 && plain !== '' ? base : `${base}_${number}`;
    if (!taken.has(key)) return key;
  }
}

const folded = (label: string): string => label.normalize('NFKC').trim().toLowerCase();

/** What a form sends to save a scale: a new one without `scaleId`, a change with the version that was seen. */
export const scaleToSaveSchema = z.strictObject({
  scaleId: z.uuid().nullable(),
  version: z.int().min(1).nullable(),
  scale: ownScaleSchema,
});
export type ScaleToSave = Readonly<z.infer<typeof scaleToSaveSchema>>;
