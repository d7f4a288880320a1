import type { ArticleDetails } from '@/lib/domain/article';
import { articleDetailsSchema } from '@/lib/domain/article';
import type { ArticleDraft } from '@/lib/domain/lists';
import { askServer } from './ask-server';
import type { DetailErrors } from './DetailsFields';

/** The ids of one attempt to save: sent again with the same draft, they make nothing twice. */
export type SaveIds = { readonly articleId: string; readonly commandId: string };

/** The details as they can be saved, or what is wrong with which field. */
export function checkDetails(
  details: ArticleDetails,
):
  | { readonly ok: true; readonly details: ArticleDetails }
  | { readonly ok: false; readonly errors: DetailErrors } {
  const parsed = articleDetailsSchema.safeParse(details);
  if (parsed.success) return { ok: true, details: parsed.data };
  const errors: Partial<Record<keyof ArticleDetails, string>> = {};
  for (const { path, message } of parsed.error.issues) {
    const name = articleDetailsSchema.keyof().safeParse(path[0]);
    if (name.success) errors[name.data] ??= message;
  }
  return { ok: false, errors };
}

/** Saves a draft as an article. Throws `Refusal`. */
export async function saveDraft(draft: ArticleDraft, details: ArticleDetails, ids: SaveIds): Promise<void> {
  await askServer('/api/imports/save', {
    body: { ...ids, details, doc: draft.doc, comments: draft.comments },
  });
}
