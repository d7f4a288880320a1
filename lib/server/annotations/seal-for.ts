import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import { checkSchema } from '@/lib/domain/check-schema';
import type { ArticleEvent, EventBody } from '@/lib/domain/events';
import { sealCheck } from '@/lib/domain/laws/blind';
import { sealBallot } from '@/lib/domain/sealed-ballot';
import type { TeamRules } from '@/lib/domain/team-rules';

type Blindness = Pick<TeamRules, 'blindSecondCheck'>;

/**
 * An annotation as an actor may see it. Every way out of the server (page, events, REST, report, queue) goes through
 * here or `sealEventFor`: a blind second checker must not find the proposal anywhere.
 */
export function sealFor(actor: Actor, { blindSecondCheck }: Blindness, annotation: Annotation): Annotation {
  const check = sealCheck(annotation.check, actor.userId, blindSecondCheck);
  return check === annotation.check ? annotation : { ...annotation, check };
}

/** The same for an event: what was blind to this reader when it happened stays sealed in it. */
export function sealEventFor(actor: Actor, rules: Blindness, event: ArticleEvent): ArticleEvent {
  const body = sealBody(actor, rules, event.body, event.actor.id === actor.userId);
  return body === event.body ? event : { ...event, body };
}

function sealBody(actor: Actor, rules: Blindness, body: EventBody, isOwn: boolean): EventBody {
  if (body.type === 'words.set_aside')
    return body.about === 'check' && rules.blindSecondCheck && !isOwn ? { ...body, words: '' } : body;
  if ('ballot' in body) {
    const ballot = sealBallot(body.ballot, actor.userId);
    return ballot === body.ballot ? body : { ...body, ballot };
  }
  if ('annotation' in body) {
    const annotation = sealFor(actor, rules, body.annotation);
    return annotation === body.annotation ? body : { ...body, annotation };
  }
  if (body.type === 'article.revised') {
    const checks = Object.entries(body.checks).map(
      ([id, check]) => [id, sealCheck(check, actor.userId, rules.blindSecondCheck)] as const,
    );
    return { ...body, checks: Object.fromEntries(checks) };
  }
  if (!('check' in body) || body.check === undefined) return body;
  const check = sealCheck(body.check, actor.userId, rules.blindSecondCheck);
  if (check === body.check) return body;
  // What a second checker said stands in the reason too.
  return body.type === 'check.reviewed' ? { ...body, check, reason: '' } : { ...body, check };
}

/** The value that won, as a refusal sends it along: an annotation, a check, or something that holds neither. */
export function sealCurrentFor(actor: Actor, { blindSecondCheck }: Blindness, current: unknown): unknown {
  const seal = (check: unknown): unknown => {
    const parsed = checkSchema.safeParse(check);
    return parsed.success ? sealCheck(parsed.data, actor.userId, blindSecondCheck) : null;
  };
  if (typeof current !== 'object' || current === null) return current;
  if ('secondChecks' in current) return seal(current);
  return 'check' in current ? { ...current, check: seal(current.check) } : current;
}
