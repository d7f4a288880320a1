import { acceptedByHand } from '../anchor';
import type { Annotation } from '../annotation';
import type { Check } from '../check';
import type { EventBody } from '../events';
import { witnessed } from './blind';
import type { Given } from './decide';

export type Change = { readonly cause: string; readonly detail: string };

/**
 * An event with what it does to a check that others have confirmed: a change of passage, mark or evidence makes a
 * signed-off one stale (product: invariant 2) and takes back second checks, with who, what and when.
 */
export function withStaleness(body: EventBody, { actor, at, annotation }: Given): EventBody {
  if (annotation === undefined) return body;
  const change = boundChange(body, annotation);
  if (change === undefined) return body;
  const check = unsettled(annotation.check, { byId: actor.userId, at, ...change });
  // only events that `boundChange` names get here, and each of them may carry a check
  return check === undefined ? body : ({ ...body, check } as EventBody);
}

/**
 * What a change of what was confirmed does to a check: a signed-off one turns stale, second checks are taken back.
 * Absent when nobody has confirmed anything yet.
 */
export function unsettled(check: Check, staleness: Change & { byId: string; at: string }): Check | undefined {
  const version = check.version + 1;
  switch (check.status) {
    case 'signed_off':
      return { ...check, version, status: 'stale', staleness };
    case 'second_check': {
      const proposal = witnessed(check);
      const anew = { proposal, secondChecks: [], dispute: null, decision: null };
      return { ...check, ...anew, version, status: 'proposed', staleness };
    }
    default:
      return undefined;
  }
}

function boundChange(body: EventBody, { evidence }: Annotation): Change | undefined {
  switch (body.type) {
    case 'annotation.changed': {
      const { anchor, mark } = body.changes;
      if (anchor && anchor.method !== acceptedByHand)
        return { cause: 'passage', detail: `“${body.before.anchor?.exact ?? ''}” → “${anchor.exact}”` };
      return mark ? { cause: 'mark', detail: `${body.before.mark ?? ''} → ${mark}` } : undefined;
    }
    case 'evidence.created':
    case 'evidence.restored':
      return { cause: 'evidence', detail: `added: ${body.evidence.title}` };
    case 'evidence.changed': {
      const fields = Object.keys(body.changes);
      return fields.length === 0 ? undefined : { cause: 'evidence', detail: `changed: ${fields.join(', ')}` };
    }
    case 'evidence.deleted': {
      const title = evidence.find(({ id }) => id === body.evidenceId)?.title;
      return { cause: 'evidence', detail: title === undefined ? 'removed' : `removed: ${title}` };
    }
    default:
      return undefined;
  }
}
