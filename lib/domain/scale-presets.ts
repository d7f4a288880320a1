import type { InternalVerdict, ScaleFields, ScaleStep } from './verdict';

const step = (key: string, label: string, internal: InternalVerdict): ScaleStep => ({ key, label, internal });

export const presetNames = ['galley', 'politifact', 'averitec', 'none'] as const;
export type PresetName = (typeof presetNames)[number];

/**
 * The scales that Galley brings. PolitiFact: the Truth-O-Meter. AVeriTeC: the four labels of Schlichtkrull et al.,
 * "AVeriTeC", NeurIPS 2023. `none` has no steps: a team that checks without a public rating.
 */
export const scalePresets: Readonly<Record<PresetName, ScaleFields>> = {
  galley: {
    name: 'Galley',
    steps: [
      step('true', 'True', 'true'),
      step('mostly_true', 'Mostly true', 'mostly_true'),
      step('mixed', 'Mixed', 'mixed'),
      step('misleading', 'Misleading or missing context', 'misleading_or_missing_context'),
      step('mostly_false', 'Mostly false', 'mostly_false'),
      step('false', 'False', 'false'),
      step('unproven', 'Unproven', 'unproven'),
    ],
  },
  politifact: {
    name: 'PolitiFact',
    steps: [
      step('true', 'True', 'true'),
      step('mostly_true', 'Mostly true', 'mostly_true'),
      step('half_true', 'Half true', 'mixed'),
      step('mostly_false', 'Mostly false', 'mostly_false'),
      step('false', 'False', 'false'),
      step('pants_on_fire', 'Pants on fire', 'false'),
    ],
  },
  averitec: {
    name: 'AVeriTeC',
    steps: [
      step('supported', 'Supported', 'true'),
      step('refuted', 'Refuted', 'false'),
      step('not_enough_evidence', 'Not enough evidence', 'unproven'),
      step('conflicting', 'Conflicting evidence or cherry-picking', 'misleading_or_missing_context'),
    ],
  },
  none: { name: 'No public rating', steps: [] },
};
