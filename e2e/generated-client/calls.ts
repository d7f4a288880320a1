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
  const steps = [
    { key: 'right', label: 'Right', internal: 'true' as const },
    { key: 'wrong', label: 'Wrong', internal: 'false' as const },
  ];
  const scale = await galley.postTeamScales({ requestBody: { name: 'Two steps', steps } });
  const next = await galley.putTeamScalesByScaleId({
    scaleId: scale.id,
    requestBody: { version: scale.version, scale: { name: 'Three steps', steps } },
  });
  await galley.patchTeamRules({ requestBody: { scaleId: scale.id } });
  const settings = await galley.putMeNotifications({ requestBody: { mutedKinds: [], mail: 'none' } });
  await galley.postArticlesByArticleIdRevisions({
    articleId,
    requestBody: { format: 'text', content: 'The port grew by 14 percent.' },
  });
  const compared = await galley.getArticlesByArticleIdComparison({ articleId, from: 1, to: 2 });
  const past = await galley.getArticlesByArticleIdStatesBySeq({ articleId, seq: 1 });
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
    scale: `${next.name}, ${next.version}`,
    compared: compared.items.map(({ kind }) => kind),
    asOf: past.annotations,
    mail: settings.mail,
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
