import { reviseCommandSchema } from '@/lib/domain/text-commands';
import { articleParams } from '@/lib/server/api/requests';
import { reviseArticle } from '@/lib/server/articles/revise-article';
import { created, door } from '@/lib/server/http';

/** A document carries its structure beside its text, so it may be larger than the file it came from. */
const maxBytes = 32 * 1024 * 1024;

/** New text made in the browser. Sent again with the same ids it answers the same. */
export const POST = door(
  { params: articleParams, body: reviseCommandSchema, maxBytes, rate: 'command' },
  async ({ actor, params, body }) => created(await reviseArticle(actor, params.articleId, body)),
);
