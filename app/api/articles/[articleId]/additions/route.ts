import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { revisionReasonSchema } from '@/lib/domain/text-commands';
import { articleParams, formatSchema } from '@/lib/server/api/requests';
import { appendToArticle } from '@/lib/server/articles/revise-article';
import { created, door } from '@/lib/server/http';

const body = z.strictObject({
  commandId: idSchema,
  format: formatSchema.exclude(['url']),
  content: z.string(),
  reason: revisionReasonSchema.optional(),
});

const maxBytes = 12 * 1024 * 1024;

/** More text at the end of the article, as of a speech that is still going on. */
export const POST = door(
  { params: articleParams, body, maxBytes, rate: 'command' },
  async ({ actor, params, body: { format, content, ...rest } }) =>
    created(await appendToArticle(actor, params.articleId, { ...rest, source: { format, content } })),
);
