import { expect } from 'vitest';
import { makeTeam } from '@/prisma/builders/team';
import { annotationShape, articleShape } from '../api/shapes';
import { client, type Handler, makeToken } from './api';

/** Text with a character of two code units and a name that stands there twice. */
export const content =
  'The harbour grows\n\nThe port grew by 40 percent. “It is naïve 😀,” said the mayor. The port sleeps.';

/** The doors by which articles come in and marks are made; only tests may name them. */
type Doors = { readonly articles: Handler; readonly annotations: Handler };

/** Clients of a reviewer, a viewer, somebody of another team and a stranger; articles that the reviewer brings in. */
export async function openApiDesk(doors: Doors) {
  const [team, other] = [await makeTeam(), await makeTeam()];
  const reviewer = client(await makeToken(team.reviewer));
  const article = async () => {
    const { status, body } = await reviewer('POST', doors.articles, {
      json: { title: 'The harbour grows', format: 'text', content },
    });
    expect(status).toBe(201);
    return articleShape.parse(body);
  };
  return {
    reviewer,
    viewer: client(await makeToken(team.viewer)),
    outsider: client(await makeToken(other.owner)),
    stranger: client(),
    article,
    /** An article with a claim. */
    annotated: async () => {
      const made = await article();
      const { body } = await reviewer('POST', doors.annotations, {
        params: { articleId: made.id },
        json: { mark: 'claim', exact: 'grew by 40 percent' },
      });
      return {
        article: made,
        annotation: annotationShape.extend({ seq: articleShape.shape.seq }).parse(body),
      };
    },
  };
}
