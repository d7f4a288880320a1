import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import type { BackInHeadline } from '@/lib/exchange/back-in';
import { derivedId } from '../derived-id';
import { refusalOf } from '../error-answer';
import { execute } from '../execute';

/** What became of a headline: why it was refused, where it was. */
export type BroughtHeadline = { readonly isDone: boolean; readonly why: string | null };

/** Gives an article the headline of a file, by the ordinary command: who may, and which version it replaces, is asked there. */
export async function changeHeadline(
  actor: Actor,
  articleId: string,
  { id, version, after }: BackInHeadline,
): Promise<BroughtHeadline & { readonly seq: number | null }> {
  try {
    const { seq } = await execute(actor, articleId, {
      commandId: derivedId('back-in headline command', articleId, actor.userId, id),
      type: 'article.change',
      version,
      changes: { title: after },
    });
    return { isDone: true, why: null, seq };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined || refusal.code === 'UNAVAILABLE') throw error;
    return { isDone: false, why: refusal.message, seq: null };
  }
}
