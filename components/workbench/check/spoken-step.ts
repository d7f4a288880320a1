import { openProposal } from '@/lib/domain/check';
import type { EventBody } from '@/lib/domain/events';
import { messages } from '../../messages';
import { check } from '../../messages/check';

const words = check.done;

/** What a screen reader is told when a step of a check has been saved; absent for what is no step of a check. */
export function spokenStep(body: EventBody): string | undefined {
  if (!('check' in body) || body.check === undefined) return undefined;
  const { status, waiting } = body.check;
  const proposal = openProposal(body.check);
  const outcome = proposal === undefined ? '' : messages.words.outcomes[proposal.outcome];
  switch (body.type) {
    case 'check.begun':
      return words.begun;
    case 'check.released':
      return words.released;
    case 'check.waiting':
      return waiting === null ? undefined : words.waiting(check.notices.waiting[waiting.on]);
    case 'check.resumed':
      return words.resumed;
    case 'check.proposed':
      return words.proposed(outcome);
    case 'check.withdrawn':
      return words.withdrawn;
    case 'check.reviewed':
      return status === 'disputed' ? words.differed : words.agreed;
    case 'check.disputed':
      return words.disputed;
    case 'check.decided':
      return words.decided(outcome);
    case 'check.signed_off':
      return words.signedOff(outcome);
    case 'check.reopened':
      return words.reopened;
    case 'check.rechecked':
      return words.rechecked(outcome);
    default:
      return undefined;
  }
}
