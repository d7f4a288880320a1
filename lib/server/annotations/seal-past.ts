import 'server-only';
import type { Reader } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { type Check, openProposal } from '@/lib/domain/check';
import { type ArticleEvent, annotationIdOf, type EventBody } from '@/lib/domain/events';
import { isBlindTo } from '@/lib/domain/laws/blind';
import type { TeamRules } from '@/lib/domain/team-rules';
import { sealEventFor } from './seal-for';

/**
 * Events as somebody may read them afterwards. In a team with blind second checks a proposal is shown once this reader
 * could see it in some later event, and stays sealed while it is hidden from them now. All events must be of one
 * article that the actor may see.
 */
export async function sealPast(
  reader: Reader,
  actor: Actor,
  rules: TeamRules,
  events: readonly ArticleEvent[],
): Promise<readonly ArticleEvent[]> {
  const isBlind = (check: Check): boolean => isBlindTo(check, actor.userId, rules.blindSecondCheck);
  const sealedIds = events.flatMap(({ body }) => {
    const check = checkIn(body);
    return check !== undefined && isBlind(check) ? (annotationIdOf(body) ?? []) : [];
  });
  const shown = await findShownProposals(reader, events[0]?.articleId, sealedIds, isBlind);
  return events.map((event) => {
    const key = proposalKey(annotationIdOf(event.body), checkIn(event.body));
    const isShown = key !== undefined && shown.has(key);
    return sealEventFor(actor, isShown ? { ...rules, blindSecondCheck: false } : rules, event);
  });
}

type IsBlind = (check: Check) => boolean;

/** The proposals on these annotations that the reader could see at some time and that are not hidden from them now. */
async function findShownProposals(
  reader: Reader,
  articleId: string | undefined,
  ids: readonly string[],
  isBlind: IsBlind,
): Promise<ReadonlySet<string>> {
  if (articleId === undefined || ids.length === 0) return new Set();
  const wanted = [...new Set(ids)];
  const past = await reader.$queryRaw<CheckRow[]>`
    SELECT "body"->>'annotationId' AS "id", "body"->'check' AS "check" FROM "ArticleEvent"
    WHERE "articleId" = ${articleId}::uuid AND "body" ? 'check' AND "body"->>'annotationId' = ANY(${wanted})`;
  const now = await reader.$queryRaw<CheckRow[]>`
    SELECT "id", "check" FROM "Annotation" WHERE "id" = ANY(${wanted}::uuid[]) AND "check" IS NOT NULL`;
  const keysOf = (rows: readonly CheckRow[]): string[] =>
    rows.flatMap(({ id, check }) => proposalKey(id, check) ?? []);
  const shown = new Set(keysOf(past.filter(({ check }) => !isBlind(check))));
  for (const hidden of keysOf(now.filter(({ check }) => isBlind(check)))) shown.delete(hidden);
  return shown;
}

/** Only checks that `advance` and `writeRows` wrote. */
type CheckRow = { readonly id: string; readonly check: Check };

function checkIn(body: EventBody): Check | undefined {
  if ('annotation' in body) return body.annotation.check;
  return 'check' in body ? body.check : undefined;
}

/** Which proposal a check holds: nobody proposes twice on one claim at the same time. */
function proposalKey(annotationId: string | undefined, check: Check | undefined): string | undefined {
  const proposal = check && openProposal(check);
  return proposal && `${annotationId} ${proposal.byId} ${proposal.at}`;
}
