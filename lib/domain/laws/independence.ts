import type { Evidence } from '../evidence';

type Origin = Pick<Evidence, 'stance' | 'independenceGroup' | 'address' | 'sourceId'>;

/**
 * What all supporting evidence of a claim goes back to, when that is one thing: one independence group, one source of
 * the library, or one website. Absent with fewer than two pieces, and where groups were given that differ: whoever
 * names them knows better than an address.
 */
export function sharedOrigin(evidence: readonly Origin[]): string | undefined {
  const supports = evidence.filter(({ stance }) => stance === 'supports');
  if (supports.length < 2) return undefined;
  const groups = supports.map(({ independenceGroup }) => independenceGroup ?? null);
  if (new Set(groups.filter((group) => group !== null).map(folded)).size > 1) return undefined;
  const [group] = groups;
  if (group && isOne(groups)) return `“${group}”`;
  if (isOne(supports.map(({ sourceId }) => sourceId ?? null))) return 'one source of the library';
  const hosts = supports.map(({ address }) => hostOf(address));
  const [host] = hosts;
  return host && isOne(hosts) ? host : undefined;
}

/** The same as a warning; absent when there is nothing to warn of. */
export function originWarning(evidence: readonly Origin[]): string | undefined {
  const origin = sharedOrigin(evidence);
  return origin && `All supporting evidence goes back to ${origin}: the pieces do not confirm each other.`;
}

/** Whether all are given and the same. */
function isOne(values: readonly (string | null)[]): boolean {
  return !values.includes(null) && new Set(values.map((value) => folded(value ?? ''))).size === 1;
}

const folded = (words: string): string => words.trim().toLowerCase();

function hostOf(address: string | null): string | null {
  return address !== null && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : null;
}
