import type { ArticleDraft } from '@/lib/domain/lists';
import { withHeadline } from '@/lib/domain/text/draft';

/** A draft and what it was before each correction of its text, latest last. */
export type CorrectedDraft = {
  readonly draft: ArticleDraft;
  readonly past: readonly { readonly before: ArticleDraft; readonly titleAfter: string }[];
};

/** A correction that can be taken back; one that changes nothing is not kept. */
export function corrected(now: CorrectedDraft, to: (draft: ArticleDraft) => ArticleDraft): CorrectedDraft {
  const next = to(now.draft);
  if (next === now.draft) return now;
  const correction = { before: now.draft, titleAfter: next.details.title };
  return { draft: next, past: [...now.past, correction].slice(-200) };
}

/** Typing in a field: undone by the field itself, so it does not fill the list of corrections. */
export function typed(now: CorrectedDraft, to: (draft: ArticleDraft) => ArticleDraft): CorrectedDraft {
  return { ...now, draft: to(now.draft) };
}

/** Without the latest correction. Only the text goes back: what was typed about the article since then stays. */
export function undone(now: CorrectedDraft): CorrectedDraft {
  const last = now.past.at(-1);
  if (last === undefined) return now;
  const { title } = now.draft.details;
  const before = { ...last.before, details: { ...now.draft.details, title: last.before.details.title } };
  const draft = title === last.titleAfter ? before : withHeadline(before, title);
  return { draft, past: now.past.slice(0, -1) };
}
