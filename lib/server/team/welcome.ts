import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { can } from '@/lib/domain/policy';
import { addSampleArticle } from '../articles/add-sample-article';
import { log } from '../log';

/** Puts the sample article into a team that never had it, once somebody is there who may import. Their account stands whether or not that works. */
export async function welcome(actor: Actor): Promise<void> {
  if (!can(actor, 'article.import').allowed) return;
  try {
    await addSampleArticle(actor);
  } catch (error) {
    log.error('The sample article could not be added', { teamId: actor.teamId, error });
  }
}
