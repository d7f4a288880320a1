import { type Check, confirmersOf, isProposer, isSealed, requiredSecondChecks } from '../check';

/**
 * Whether the proposal of a check is hidden from somebody: in a team with blind second checks, from all who have not
 * recorded an outcome of their own while second checks are still to come.
 */
export function isBlindTo(check: Check, userId: string, isBlindTeam: boolean): boolean {
  const { proposal } = check;
  if (!isBlindTeam || proposal === null) return false;
  if (isSealed(proposal)) return true;
  if (isProposer(check, userId) || isOpenToAll(check)) return false;
  return !witnessesOf(check).includes(userId);
}

/** The check as somebody may see it: what is blind to them is sealed, with who and when. */
export function sealCheck(check: Check, userId: string, isBlindTeam: boolean): Check {
  if (!isBlindTo(check, userId, isBlindTeam) || check.proposal === null) return check;
  const seal = ({ byId, at }: { readonly byId: string; readonly at: string }) =>
    ({ sealed: true, byId, at }) as const;
  return { ...check, proposal: seal(check.proposal), secondChecks: check.secondChecks.map(seal) };
}

/** The proposal with who has seen it written down, for when the second checks that tell so are about to go. */
export function witnessed(check: Check): Check['proposal'] {
  const { proposal } = check;
  if (proposal === null || isSealed(proposal)) return proposal;
  if (isOpenToAll(check)) return { ...proposal, seenBy: 'everybody' };
  const seenBy = [...new Set(witnessesOf(check))];
  return seenBy.length === 0 ? proposal : { ...proposal, seenBy };
}

/** Whether nothing of independence is left to protect: the proposal has been disputed, decided, signed or confirmed. */
function isOpenToAll(check: Check): boolean {
  const { proposal, status } = check;
  if (proposal !== null && !isSealed(proposal) && proposal.seenBy === 'everybody') return true;
  switch (status) {
    case 'disputed':
    case 'signed_off':
    case 'stale':
      return true;
    case 'second_check':
      return check.decision !== null || confirmersOf(check).size >= requiredSecondChecks(check);
    default:
      return check.signOff !== null;
  }
}

function witnessesOf({ proposal, secondChecks }: Check): readonly string[] {
  const before = proposal === null || isSealed(proposal) ? undefined : proposal.seenBy;
  return [...(Array.isArray(before) ? before : []), ...secondChecks.map(({ byId }) => byId)];
}
