import type { Annotation } from '../annotation';
import type { ArticleState } from '../apply';
import { plainRules } from '../team-rules';

type Given = {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly title?: string;
  readonly annotations?: readonly Annotation[];
} & { readonly revision: Pick<ArticleState['revision'], 'id'> & Partial<ArticleState['revision']> };

/** An article of one revision, with nothing said of it but what is given: what tests of the laws are made on. */
export function bareArticle({
  id,
  text,
  by,
  at,
  title = 'Port',
  annotations = [],
  revision,
}: Given): ArticleState {
  return {
    seq: 1,
    article: {
      id,
      title,
      byline: null,
      publication: null,
      publishedOn: null,
      sourceAddress: null,
      language: 'en',
      direction: null,
      version: 1,
      isSample: false,
      createdById: by,
      createdAt: at,
      signOff: null,
    },
    revision: {
      number: 1,
      doc: {
        type: 'doc',
        content: [{ type: 'paragraph', attrs: { lead: '' }, content: [{ type: 'text', text }] }],
      },
      text,
      hash: 'a'.repeat(64),
      sentences: [],
      createdAt: at,
      ...revision,
    },
    annotations: Object.fromEntries(annotations.map((annotation) => [annotation.id, annotation])),
    people: {},
    replyRequests: [],
    session: null,
    ballots: [],
    clocks: {},
    rules: plainRules,
  };
}
