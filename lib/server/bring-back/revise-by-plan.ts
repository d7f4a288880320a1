import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { changedDoc } from '@/lib/domain/text/changed-doc';
import type { BackInChange, BackInChoices, BackInPlan } from '@/lib/exchange/back-in';
import { getCurrentText } from '../articles/get-current-text';
import { reviseArticle } from '../articles/revise-article';
import { derivedId } from '../derived-id';
import { refusalOf } from '../error-answer';

/** What became of changes of the text: by their ids. */
export type BroughtText = {
  readonly done: readonly string[];
  /** Chosen, and not what would be changed any more: it is done, or the text is another one. */
  readonly changed: readonly string[];
  /** Number of the new revision; null when there is none. */
  readonly revision: number | null;
  /** Why there is none, where somebody may not make one or another was made meanwhile. */
  readonly why: string | null;
  readonly seq: number | null;
};

/** Makes the chosen changes of the text as one new revision. Null where none was chosen. */
export async function reviseByPlan(
  actor: Actor,
  articleId: string,
  { revision, text }: BackInPlan,
  { changes: wanted = [], reason = '' }: Pick<BackInChoices, 'changes' | 'reason'>,
): Promise<BroughtText | null> {
  if (wanted.length === 0) return null;
  const chosen = (text?.changes ?? []).filter(({ id }) => wanted.includes(id));
  const done = chosen.map(({ id }) => id);
  const changed = wanted.filter((id) => !done.includes(id));
  if (chosen.length === 0) return { done, changed, revision: null, why: null, seq: null };
  const { revision: present } = await getCurrentText(actor, articleId);
  const key = [articleId, actor.userId, revision.id, ...done];
  try {
    const revised = await reviseArticle(actor, articleId, {
      commandId: derivedId('back-in revision command', ...key),
      type: 'article.revise',
      baseRevisionId: revision.id,
      revisionId: derivedId('back-in revision', ...key),
      doc: changedDoc(
        present.doc,
        chosen.flatMap(({ edits }) => edits),
      ),
      edits: stepsOf(chosen),
      source: 'file',
      reason: reason.trim() || defaultReason(chosen),
    });
    return { done, changed, revision: revised.revision.number, why: null, seq: revised.seq };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined || refusal.code === 'UNAVAILABLE') throw error;
    return { done: [], changed, revision: null, why: refusal.message, seq: null };
  }
}

/** How the canonical text changed, latest first; unknown where paragraphs come and go, because what parts them does too. */
function stepsOf(chosen: readonly BackInChange[]) {
  const edits = chosen.flatMap((change) => change.edits);
  if (edits.some(({ inserted }) => /[\n\u2028]/.test(inserted))) return null;
  return edits
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .map(({ start, end, inserted }) => ({ from: start, to: end, inserted }));
}

function defaultReason(chosen: readonly BackInChange[]): string {
  const authors = [...new Set(chosen.flatMap((change) => change.authors))];
  return authors.length === 0
    ? 'Changed in Word'
    : `Changed in Word by ${authors.join(', ')}`.slice(0, 1_000);
}
