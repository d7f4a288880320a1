import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { addSampleArticle } from '../articles/add-sample-article';
import { log } from '../log';

/** Puts the sample article into a new team. Its account stands whether or not that works. */
export async function welcome(actor: Actor): Promise<void> {
  try {
    await addSampleArticle(actor);
  } catch (error) {
    log.error('The sample article could not be added', { teamId: actor.teamId, error });
  }
}
