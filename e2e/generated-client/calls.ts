// `client` is made anew by each run of api-client.spec.ts, which then checks and runs this file.
import { ApiError, DefaultService as galley, OpenAPI } from './client';

/** Does with the generated client what a program would, and tells what came of it. */
export async function workOnArticle(origin: string, token: string) {
  OpenAPI.BASE = origin;
  OpenAPI.TOKEN = token;
  const made = await galley.postArticles({
    requestBody: { format: 'text', title: 'The port', content: 'The port grew by 40 percent.' },
  });
  if ('items' in made) throw new Error('One text is one article.');
  const { id: articleId } = made;
  const annotation = await galley.postArticlesByArticleIdAnnotations({
    articleId,
    requestBody: { mark: 'claim', exact: 'grew by 40 percent' },
  });
  const annotationId = annotation.id;
  await galley.postAnnotationsByAnnotationIdNotes({
    annotationId,
    requestBody: { text: 'The annual report says 14.' },
  });
  await galley.postArticlesByArticleIdCommands({
    articleId,
    requestBody: {
      type: 'flag.raise',
      commandId: crypto.randomUUID(),
      annotationId,
      flagId: crypto.randomUUID(),
      fields: { reason: 'Two figures.', priority: 'high' },
    },
  });
  const queue = await galley.getQueue({ split: 'open' });
  const markdown: string = await galley.getArticlesByArticleIdExport({ articleId, format: 'markdown' });
  const published = await galley.putArticlesByArticleIdPublication({
    articleId,
    requestBody: { version: 0 },
  });
  const withdrawn = await galley.deleteArticlesByArticleIdPublication({
    articleId,
    version: published.version,
  });
  const asked = await galley.postArticlesByArticleIdExports({ articleId, requestBody: { format: 'json' } });
  const team = await galley.getTeam();
  const refused = await galley.getArticlesByArticleId({ articleId: crypto.randomUUID() }).then(
    () => 200,
    (error: unknown) => (error instanceof ApiError ? error.status : 0),
  );
  return {
    mark: annotation.mark,
    queued: queue.items.map(({ exact, flag }) => `${exact}: ${flag?.reason}`),
    markdown,
    slug: published.slug,
    isWithdrawn: withdrawn.withdrawnAt !== null,
    exportState: asked.state,
    roles: team.members.map(({ role }) => role),
    refused,
  };
}

/** Never called: the types would let a wrong mark through if they were none. */
export function wrongMark(articleId: string) {
  return galley.postArticlesByArticleIdAnnotations({
    articleId,
    // @ts-expect-error there is no such mark
    requestBody: { mark: 'rumour', exact: 'grew' },
  });
}
