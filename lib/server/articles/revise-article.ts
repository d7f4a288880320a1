import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { DomainError, notFound } from '@/lib/domain/errors';
import type { ArticleEvent } from '@/lib/domain/events';
import { type Action, ensureCan } from '@/lib/domain/policy';
import type { RevisedBody } from '@/lib/domain/revised';
import { revisionReasonSchema, type TextCommand } from '@/lib/domain/text-commands';
import { keyUsedElsewhere } from '../api/idempotency';
import { type revisionBody, wholeNumber } from '../api/requests';
import { derivedId } from '../derived-id';
import { execute } from '../execute';
import { sourceFormats } from '../imports/parser-job';
import { type ArticleSource, readArticle } from '../imports/read-article';
import { sentenceOfIssues } from '../validate';
import { getRevision } from './find-revisions';

/** A new revision: which, by which event, and how the annotations came over. */
export type Revised = Pick<RevisedBody, 'revision' | 'drift'> & { readonly seq: number };

/** Gives an article new text, made in the browser from a revision that it names. Throws what `decideRevision` refuses. */
export async function reviseArticle(actor: Actor, articleId: string, command: TextCommand): Promise<Revised> {
  const event = await execute(actor, articleId, command);
  const { revision, drift } = bodyOf(event);
  return { revision, drift, seq: event.seq };
}

/** Text for an article, as it came in. */
export type TextSource = { readonly source: ArticleSource; readonly reason?: string | undefined };

/** Puts more text at the end of an article; nothing that stands there moves. */
export async function appendToArticle(
  actor: Actor,
  articleId: string,
  { commandId, reason = '', source }: TextSource & { readonly commandId: string },
): Promise<Revised> {
  await findTitle(actor, articleId, 'article.append');
  // Any title: the first line of an addition is no headline.
  const { doc } = await readArticle({ ...source, title: 'Addition' });
  return reviseArticle(actor, articleId, {
    commandId,
    type: 'article.append',
    revisionId: derivedId('revision', actor.userId, commandId),
    blocks: doc.content.map((block) =>
      block.type === 'heading' && block.attrs.level === 1
        ? { ...block, attrs: { ...block.attrs, level: 2 } }
        : block,
    ),
    reason,
  });
}

/** Gives an article new text out of a text, a file or Markdown; `base` is the number of the revision that it replaces. */
export async function reviseFromSource(
  actor: Actor,
  articleId: string,
  {
    commandId,
    base,
    reason = '',
    mode = 'replace',
    source,
  }: TextSource & Pick<z.output<typeof revisionBody>, 'base' | 'mode'> & { readonly commandId: string },
) {
  const { title, current } = await findTitle(
    actor,
    articleId,
    mode === 'append' ? 'article.append' : 'article.revise',
  );
  const revised =
    mode === 'append'
      ? await appendToArticle(actor, articleId, { source, reason, commandId })
      : await reviseArticle(actor, articleId, {
          commandId,
          type: 'article.revise',
          baseRevisionId: base === undefined ? current.id : await findBase(articleId, base),
          revisionId: derivedId('revision', actor.userId, commandId),
          doc: (await readArticle({ ...source, title })).doc,
          edits: null,
          source: 'fileName' in source ? 'file' : source.format === 'url' ? 'address' : 'api',
          reason,
        });
  const revision = await getRevision(actor, articleId, revised.revision.number);
  return { ...revision, revision: revised.revision.number, seq: revised.seq, anchors: revised.drift };
}

const formSchema = z.strictObject({
  file: z.file('Send the text as a file named "file".'),
  format: z.enum(sourceFormats).optional(),
  reason: revisionReasonSchema.optional(),
  base: wholeNumber.optional(),
  mode: z.enum(['replace', 'append']).optional(),
});

/** New text out of a form with a `file`, whose ending says the format unless `format` does. */
export async function readRevisionForm(form: FormData) {
  const parsed = formSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw new DomainError('INVALID', sentenceOfIssues(parsed.error.issues));
  const { file, format, ...rest } = parsed.data;
  const content = new Uint8Array(await file.arrayBuffer());
  return { ...rest, source: { fileName: file.name, content, format } };
}

/** The article's headline, for whoever may give it new text. Throws NOT_FOUND and FORBIDDEN before anything is read. */
async function findTitle(actor: Actor, articleId: string, action: Action) {
  const article = await db.article.findFirst({
    where: { id: articleId, ...visibleArticles(actor) },
    select: { title: true, currentRevisionId: true },
  });
  if (article === null) throw notFound('article');
  ensureCan(actor, action);
  return { title: article.title, current: { id: article.currentRevisionId } };
}

/** A number that no revision has cannot be the present one. */
async function findBase(articleId: string, number: number): Promise<string> {
  const row = await db.revision.findFirst({ where: { articleId, number }, select: { id: true } });
  return row?.id ?? randomUUID();
}

/** A repeat's event may be another when its key was used for something else. */
function bodyOf({ body }: ArticleEvent): RevisedBody {
  if (body.type !== 'article.revised') throw keyUsedElsewhere();
  return body;
}
