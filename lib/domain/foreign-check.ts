import { type Check, confirmersOf, isProposer, isSealed, missingFor, openProposal } from './check';

/**
 * The check that a file may bring along: a file can say what happened elsewhere, but it cannot put on the record what
 * Galley never allows (product: invariants 2 and 3). What was sealed for whoever exported it is not known here.
 */
export function foreignCheck(check: Check): Check {
  const proposal = openProposal(check);
  const secondChecks = check.secondChecks.filter((item) => !isSealed(item) && !isProposer(check, item.byId));
  const sound: Check = { ...check, proposal: proposal ?? null, secondChecks };
  switch (check.status) {
    case 'proposed':
    case 'second_check':
    case 'disputed':
    case 'signed_off':
    case 'stale':
      if (proposal === undefined || missingFor(proposal).length > 0)
        return { ...unsigned(sound), status: 'unchecked' };
      return { ...sound, ...standing(sound) };
    default:
      return unsigned(sound);
  }
}

function standing(check: Check): Partial<Check> {
  const { status, signOff } = check;
  const needsSignOff = status === 'signed_off' || status === 'stale';
  const isSigned = signOff !== null && !isProposer(check, signOff.byId);
  if (needsSignOff && !isSigned) return { ...unsigned(check), status: 'proposed' };
  if (status === 'second_check' && confirmersOf(check).size === 0)
    return { status: 'proposed', signOff: null };
  return needsSignOff ? {} : { signOff: null };
}

const unsigned = (check: Check): Check => ({ ...check, signOff: null, staleness: null });
