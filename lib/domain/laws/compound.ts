import type { Annotation } from '../annotation';
import { type CheckStatus, verdictOf } from '../check';
import type { InternalVerdict } from '../verdict';

/** What a roll-up asks of an atomic claim. A verdict that is not given yet, or that one may not see, is null. */
export type PartStanding = { readonly status: CheckStatus; readonly verdict: InternalVerdict | null };

/** Which sentence of the rule gave the verdict; the screen says it in words. */
export type RollUpRule =
  | 'open'
  | 'not_applicable'
  | 'equal'
  | 'misleading'
  | 'mixed'
  | 'mostly_false'
  | 'unproven'
  | 'mostly_true';

/** How a compound claim stands, read off its atomic claims. `verdict` is null while a part has none. */
export type RollUp = PartStanding & { readonly rule: RollUpRule };

/**
 * From what has farthest to go to what is finished. A lost passage comes first, because nothing can be checked there;
 * stale comes late, because only a second look is missing.
 */
export const statusesByAdvance: readonly CheckStatus[] = [
  'orphaned',
  'unchecked',
  'assigned',
  'reopened',
  'in_progress',
  'awaiting_source',
  'awaiting_author',
  'awaiting_reply',
  'disputed',
  'proposed',
  'second_check',
  'stale',
  'signed_off',
];

/**
 * How a compound claim stands. Status: that of the least advanced part (`statusesByAdvance`). Verdict, the first
 * sentence that fits: a part has none → none yet; parts to which no verdict applies are left out, and if that is all
 * of them → not applicable; all the same → that one; any misleading → misleading; any mixed, or something (mostly)
 * false beside something (mostly) true → mixed; anything (mostly) false → mostly false; anything unproven → unproven;
 * else (true beside mostly true) → mostly true. Order and repeats change nothing. Absent without parts.
 */
export function rollUp(parts: readonly PartStanding[]): RollUp | undefined {
  if (parts.length === 0) return undefined;
  const statuses = new Set(parts.map(({ status }) => status));
  const status = statusesByAdvance.find((candidate) => statuses.has(candidate)) ?? 'unchecked';
  return { status, ...rollUpVerdict(parts) };
}

function rollUpVerdict(parts: readonly PartStanding[]): Pick<RollUp, 'verdict' | 'rule'> {
  if (parts.some(({ verdict }) => verdict === null)) return { verdict: null, rule: 'open' };
  const given = new Set(parts.flatMap(({ verdict }) => verdict ?? []));
  given.delete('not_applicable');
  const [first, ...others] = given;
  if (first === undefined) return { verdict: 'not_applicable', rule: 'not_applicable' };
  if (others.length === 0) return { verdict: first, rule: 'equal' };
  if (given.has('misleading_or_missing_context'))
    return { verdict: 'misleading_or_missing_context', rule: 'misleading' };
  const isFalse = given.has('false') || given.has('mostly_false');
  const isTrue = given.has('true') || given.has('mostly_true');
  if (given.has('mixed') || (isFalse && isTrue)) return { verdict: 'mixed', rule: 'mixed' };
  if (isFalse) return { verdict: 'mostly_false', rule: 'mostly_false' };
  if (given.has('unproven')) return { verdict: 'unproven', rule: 'unproven' };
  return { verdict: 'mostly_true', rule: 'mostly_true' };
}

/** How the check of an annotation stands for a roll-up: its status and what can be seen of its verdict. */
export function standingOfPart({ check, anchor }: Pick<Annotation, 'check' | 'anchor'>): PartStanding {
  return {
    status: anchor.state === 'orphaned' ? 'orphaned' : check.status,
    verdict: verdictOf(check)?.internal ?? null,
  };
}
