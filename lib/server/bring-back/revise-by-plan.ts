import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { changedDoc } from '@/lib/domain/text/changed-doc';
import { changedFormatting } from '@/lib/domain/text/changed-formatting';
import type { BackInChange, BackInChoices, BackInPlan } from '@/lib/exchange/back-in';
import { getCurrentText } from '../articles/get-current-text';
import { reviseArticle } from '../articles/revise-article';
import { derivedId } from '../derived-id';
import { refusalOf } from '../error-answer';
import { type BroughtHeadline, changeHeadline } from './change-headline';

/** What became of changes of the text: by their ids. */
export type BroughtText = {
  readonly done: readonly string[];
  /** What became of the headline, where it was chosen. */
  readonly headline: BroughtHeadline | null;
  /** Chosen, and not what would be changed any more: it is done, or the text is another one. */
  readonly changed: readonly string[];
  /** Number of the new revision; null when there is none. */
  readonly revision: number | null;
  /** Why there is none, where somebody may not make one or another was made meanwhile. */
  readonly why: string | null;
  /** Number of the last event; null where nothing was changed. */
  readonly seq: number | null;
};

/**
 * Makes the chosen changes of the text and of its looks as one new revision, and changes the headline where that was
 * chosen. Null where nothing was.
 */
export async function reviseByPlan(
  actor: Actor,
  articleId: string,
  { revision, text }: BackInPlan,
  { changes: wanted = [], reason = '' }: Pick<BackInChoices, 'changes' | 'reason'>,
): Promise<BroughtText | null> {
  if (wanted.length === 0) return null;
  const ids = new Set(wanted);
  const changes = (text?.changes ?? []).filter(({ id }) => ids.has(id));
  const formatting = (text?.formatting ?? []).filter(({ id }) => ids.has(id));
  const chosen = [...changes, ...formatting].map(({ id }) => id);
  const title = text?.headline ?? null;
  const headline = title !== null && ids.has(title.id) ? await changeHeadline(actor, articleId, title) : null;
  const known = new Set(headline === null ? chosen : [...chosen, title?.id]);
  const changed = wanted.filter((id) => !known.has(id));
  const titleDone = headline?.isDone === true && title !== null ? [title.id] : [];
  const told = {
    done: titleDone,
    changed,
    headline: headline && { isDone: headline.isDone, why: headline.why },
    revision: null,
    why: null,
    seq: headline?.seq ?? null,
  };
  if (chosen.length === 0) return told;
  const { revision: present } = await getCurrentText(actor, articleId);
  const key = [articleId, actor.userId, revision.id, ...chosen];
  try {
    const revised = await reviseArticle(actor, articleId, {
      commandId: derivedId('back-in revision command', ...key),
      type: 'article.revise',
      baseRevisionId: revision.id,
      revisionId: derivedId('back-in revision', ...key),
      // Looks first: they move nothing, and words that come look like those beside them.
      doc: changedDoc(
        changedFormatting(present.doc, formatting),
        changes.flatMap(({ edits }) => edits),
      ),
      edits: stepsOf(changes),
      source: 'file',
      reason: reason.trim() || defaultReason([...changes, ...formatting]),
    });
    return { ...told, done: [...titleDone, ...chosen], revision: revised.revision.number, seq: revised.seq };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined || refusal.code === 'UNAVAILABLE') throw error;
    return { ...told, why: refusal.message };
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

function defaultReason(chosen: readonly Pick<BackInChange, 'authors'>[]): string {
  const authors = [...new Set(chosen.flatMap((change) => change.authors))];
  return authors.length === 0
    ? 'Changed in Word'
    : `Changed in Word by ${authors.join(', ')}`.slice(0, 1_000);
}
