import type { TeamRules } from './team-rules';

/**
 * A short word that is the same for the same rules, so that a page can tell whether those that it was made with still
 * hold (FNV-1a, 32 bits, in hexadecimal). No proof against anybody: who guesses it learns nothing.
 */
export function rulesMark({ blindSecondCheck, usesAdmiraltyCode, scales, members }: TeamRules): string {
  const text = JSON.stringify([
    blindSecondCheck,
    usesAdmiraltyCode,
    scales.map(({ id, version }) => [id, version]),
    members.map(({ id, name, role }) => [id, name, role]),
  ]);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
