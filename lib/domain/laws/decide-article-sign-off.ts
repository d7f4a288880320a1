import type { CommandOf } from '../commands';
import { DomainError } from '../errors';
import type { EventBody } from '../events';
import { ensureCan } from '../policy';
import { neededWaivers, obstaclesTo, refusalOfArticleSignOff } from './article-sign-off';
import type { Given } from './decide';
import { ensureRevision } from './decide-parts';

/**
 * Signs an article off, or takes that back. INVALID while sentences, author queries, disputes or stale claims stand
 * against it, unless an owner overrides with a reason, which every report shows.
 */
export function decideArticleSignOff(
  command: CommandOf<'article.sign_off' | 'article.withdraw_sign_off'>,
  given: Given,
): EventBody {
  const { actor, at, article, revision, standing, nextSeq = 0 } = given;
  ensureCan(actor, command.type);
  if (command.type === 'article.withdraw_sign_off') {
    if (article.signOff === null) throw new DomainError('INVALID', 'This article is not signed off.');
    return { type: 'article.sign_off_withdrawn', reason: command.reason, before: article.signOff };
  }
  ensureRevision(command.revisionId, revision);
  if (standing === undefined) throw new Error('The standing of the article was not read.');
  const { waivers, overrideReason } = command;
  const refusal = refusalOfArticleSignOff(actor, standing, waivers, overrideReason);
  if (refusal !== undefined)
    throw new DomainError(overrideReason === null ? 'INVALID' : 'FORBIDDEN', refusal);
  const against = obstaclesTo(standing, waivers);
  const override =
    against.length > 0 && overrideReason !== null ? { reason: overrideReason, against: [...against] } : null;
  return {
    type: 'article.signed_off',
    signOff: {
      byId: actor.userId,
      at,
      revisionId: revision.id,
      seq: nextSeq,
      waivers: [...neededWaivers(standing, waivers)],
      override,
    },
  };
}
