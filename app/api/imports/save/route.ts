import { z } from 'zod';
import { articleDetailsSchema } from '@/lib/domain/article';
import { articleDocSchema } from '@/lib/domain/article-doc-schema';
import { draftCommentSchema, maxDraftComments } from '@/lib/domain/draft-comment';
import { idSchema } from '@/lib/domain/ids';
import { createArticle } from '@/lib/server/articles/create-article';
import { created, door } from '@/lib/server/http';

const body = z.strictObject({
  articleId: idSchema,
  commandId: idSchema,
  details: articleDetailsSchema,
  doc: articleDocSchema,
  comments: z.array(draftCommentSchema).max(maxDraftComments).default([]),
});

/** A document carries its structure beside its text, so it may be larger than the file it came from. */
const maxBytes = 32 * 1024 * 1024;

/** Saves a corrected draft as an article. Sent again with the same ids it answers the same. */
export const POST = door({ body, maxBytes, rate: 'command' }, async ({ actor, body }) => {
  const { articleId, ...request } = body;
  return created(await createArticle(actor, { id: articleId, ...request }));
});
