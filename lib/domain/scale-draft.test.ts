import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf, ownScaleSchema, type StepDraft, scaleOf } from './scale-draft';
import { presetNames, scalePresets } from './scale-presets';
import { findVerdict, internalVerdicts } from './verdict';
import { scaleFieldsSchema } from './verdict-schema';

const step = (label: string, key: string | null = null): StepDraft => ({ key, label, internal: 'mixed' });

describe('the key of a step', () => {
  it('comes from its name, and stays when the step is called something else', () => {
    const { steps } = scaleOf({ name: 'Ours', steps: [step('Half true'), step('Renamed', 'half_false')] });
    expect(steps.map(({ key }) => key)).toEqual(['half_true', 'half_false']);
  });

  it('is its own even where names read alike or have no Latin letter', () => {
    const drafts = [step('Richtig!'), step('richtig?'), step('正しい'), step('42'), step('Über 9')];
    expect(scaleOf({ name: 'Ours', steps: drafts }).steps.map(({ key }) => key)).toEqual([
      'richtig',
      'richtig_2',
      'step_1',
      'step_2',
      'u_ber_9',
    ]);
  });

  it('makes every scale that has names a whole one, whatever is written', () => {
    const label = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).filter((text) => {
      const trimmed = text.trim();
      return trimmed !== '' && trimmed.length <= 60;
    });
    fc.assert(
      fc.property(fc.array(label, { minLength: 2, maxLength: 20 }), (labels) => {
        const scale = scaleOf({ name: 'Ours', steps: labels.map((text) => step(text)) });
        expect(scaleFieldsSchema.safeParse(scale).success).toBe(true);
      }),
    );
  });
});

describe('what is wrong with a scale', () => {
  const faults = (name: string, ...labels: string[]) => [
    ...faultsOf({ name, steps: labels.map((label) => step(label)) }),
  ];

  it('is said where it is wrong', () => {
    expect(faults('Ours', 'Right', 'Wrong')).toEqual([]);
    expect(faults(' ', 'Right', '')).toEqual([
      ['name', 'Give the scale a name.'],
      [1, 'Give each step a name.'],
    ]);
    expect(faults('Ours', 'Right')).toEqual([['steps', 'A scale has at least two steps.']]);
    expect(faults('Ours', 'Right', ' right ')).toEqual([
      ['steps', 'Two steps have the same name. Give each a name of its own.'],
    ]);
    expect(faults('Ours', ...Array.from({ length: 21 }, (_, index) => `Step ${index}`))).toEqual([
      ['steps', 'A scale has at most 20 steps.'],
    ]);
  });

  it('is a key that nobody could have got from a name', () => {
    const scale = { name: 'Ours', steps: [step('Right', 'Right!'), step('Wrong', 'wrong')] };
    expect(ownScaleSchema.safeParse(scale).success).toBe(false);
    const twice = { name: 'Ours', steps: [step('Right', 'same'), step('Wrong', 'same')] };
    expect(ownScaleSchema.safeParse(twice).success).toBe(false);
  });
});

describe('Galley’s presets', () => {
  it.each(presetNames)('%s is a whole scale whose steps mean something on the internal one', (name) => {
    const preset = scalePresets[name];
    expect(scaleFieldsSchema.parse(preset)).toEqual(preset);
    for (const { internal } of preset.steps) expect(internalVerdicts).toContain(internal);
  });

  it('have the steps that they are known by', () => {
    const labels = (name: (typeof presetNames)[number]) => scalePresets[name].steps.map(({ label }) => label);
    expect(labels('galley')).toHaveLength(7);
    expect(labels('politifact')).toEqual([
      'True',
      'Mostly true',
      'Half true',
      'Mostly false',
      'False',
      'Pants on fire',
    ]);
    expect(labels('averitec')).toHaveLength(4);
    expect(labels('none')).toEqual([]);
  });
});

describe('a verdict', () => {
  const scale = {
    id: '00000000-0000-4000-8000-000000000077',
    version: 2,
    ...scalePresets.politifact,
    createdAt: '2026-01-01T00:00:00.000Z',
  };
  const choice = { scaleId: scale.id, scaleVersion: 2, key: 'half_true' };

  it('is found by scale, version and step, with what the step says now', () => {
    expect(findVerdict([scale], choice)).toEqual({ ...choice, label: 'Half true', internal: 'mixed' });
    expect(findVerdict([scale], { ...choice, scaleVersion: 1 })).toBeUndefined();
    expect(findVerdict([scale], { ...choice, key: 'half_false' })).toBeUndefined();
    expect(findVerdict([], choice)).toBeUndefined();
  });
});
