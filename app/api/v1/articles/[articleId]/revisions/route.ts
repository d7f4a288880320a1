import { commandIdOf } from '@/lib/server/api/idempotency';
import { articleParams, pageQuery, revisionBody, sourceOf } from '@/lib/server/api/requests';
import { findRevisions } from '@/lib/server/articles/find-revisions';
import { readRevisionForm, reviseFromSource } from '@/lib/server/articles/revise-article';
import { created, door } from '@/lib/server/http';

/** The article's revisions without their text, latest first. */
export const GET = door({ params: articleParams, query: pageQuery }, ({ actor, params, query }) =>
  findRevisions(actor, params.articleId, query),
);

/** The largest file, a PDF, in its form; JSON may spell a character in six bytes. Each kind is held to its own limit. */
const maxBytes = 32 * 1024 * 1024;

/** New text for the article, as JSON or as a form with a file. */
export const POST = door(
  { params: articleParams, body: revisionBody, multipart: true, maxBytes, rate: 'command' },
  async ({ actor, params, body, form, request }) => {
    const commandId = commandIdOf(actor, request);
    const text = form === undefined ? { ...body, source: sourceOf(body) } : await readRevisionForm(form);
    return created(await reviseFromSource(actor, params.articleId, { ...text, commandId }));
  },
);
