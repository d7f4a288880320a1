import { type PresetName, presetNames, scalePresets } from './scale-presets';
import type { Person, Role } from './team';
import type { VerdictScale } from './verdict';

/** What a team has decided about its way of checking, and who is in it: read with every article. */
export type TeamRules = {
  /** The second checker sees a proposal only after recording an outcome of their own. */
  readonly blindSecondCheck: boolean;
  /** Reliability and credibility of evidence are asked for. */
  readonly usesAdmiraltyCode: boolean;
  /** The scales to choose from now, each in its latest version; the team's own choice first. */
  readonly scales: readonly VerdictScale[];
  /** Active members, in the order of their names. */
  readonly members: readonly TeamMember[];
};

export type TeamMember = Person & { readonly role: Role };

/** A scale as the team page lists it. Presets come with Galley and never change. */
export type ScaleLine = VerdictScale & {
  readonly isPreset: boolean;
  readonly isChosen: boolean;
  readonly isArchived: boolean;
};

/** The rules of a team that has changed nothing, with nobody in it. */
export const plainRules: TeamRules = {
  blindSecondCheck: false,
  usesAdmiraltyCode: false,
  scales: presetNames.map((name) => presetScale(name)),
  members: [],
};

/** A preset as a scale of every team: the same id everywhere, and it never changes. */
export function presetScale(name: PresetName): VerdictScale {
  const number = presetNames.indexOf(name) + 1;
  return {
    id: `00000000-0000-4000-8000-0000000005c${number}`,
    version: 1,
    ...scalePresets[name],
    createdAt: '2026-01-01T00:00:00.000Z',
  };
}
