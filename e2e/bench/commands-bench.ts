import { randomUUID } from 'node:crypto';
import { type Figure, median, percentile, show } from '@/lib/cli/figures';
import { marks } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import { splitSentences } from '@/lib/domain/text/sentences';
import type { CreatedArticle } from '@/lib/server/articles/create-article';
import { getArticleState } from '@/lib/server/articles/get-article-state';
import { createTokenFromCli } from '@/lib/server/team/create-token-from-cli';
import { makeArticle } from '@/prisma/builders/article';
import { buildMember } from '@/prisma/builders/team';
import type { Bench, Desk } from './desk';
import { createClient } from './http-client';
import { makeText, seeded } from './made-up-text';

const commands = 800;
const warmUps = 64;
const writers = 16;

/** Round trips through the command door, each one new mark, one command in a request. */
export const commandsBench: Bench = {
  name: 'commands',
  async measure(desk) {
    const tokens = await makeWriters(desk);
    const text = makeText(900, seeded(4));
    const article = () => makeArticle(desk.team.editor, { title: 'Commands', text });
    const many = await Promise.all(Array.from({ length: writers }, article));
    const all = { text, commands, desk };
    await run({ ...all, tokens, articles: many, commands: warmUps });
    return [
      ...figures('1 writer', await run({ ...all, tokens: tokens.slice(0, 1), articles: [await article()] })),
      ...figures('16 writers on one article', await run({ ...all, tokens, articles: [await article()] })),
      ...figures('16 writers on 16 articles', await run({ ...all, tokens, articles: many })),
    ];
  },
};

type Load = {
  readonly desk: Desk;
  readonly tokens: readonly string[];
  readonly articles: readonly CreatedArticle[];
  readonly text: string;
  readonly commands: number;
};
type Outcome = { readonly times: readonly number[]; readonly seconds: number };

/** Each writer sends its next command when the last one was answered, until all are sent. */
async function run({ desk, tokens, articles, text, commands }: Load): Promise<Outcome> {
  const sentences = splitSentences(text, 'en');
  const before = await countMarks(desk, articles);
  const times: number[] = [];
  let sent = 0;
  const began = performance.now();
  await Promise.all(
    tokens.map(async (token, writer) => {
      const article = articles[writer % articles.length];
      const client = createClient(desk.url, token);
      while (article !== undefined && sent < commands) {
        const passage = sentences[sent % sentences.length];
        sent += 1;
        const answer = await client.post(
          `/api/articles/${article.articleId}/commands`,
          newMark(article, passage, sent),
        );
        times.push(answer.ms);
      }
      client.close();
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  const saved = (await countMarks(desk, articles)) - before;
  if (saved !== commands) throw new Error(`${commands} commands were answered and ${saved} marks saved.`);
  return { times, seconds };
}

function newMark({ revisionId }: CreatedArticle, passage: Passage | undefined, number: number) {
  return {
    commandId: randomUUID(),
    type: 'annotation.create',
    annotationId: randomUUID(),
    revisionId,
    mark: marks[number % marks.length],
    passage,
  };
}

async function countMarks({ team }: Desk, articles: readonly CreatedArticle[]): Promise<number> {
  const states = await Promise.all(articles.map(({ articleId }) => getArticleState(team.editor, articleId)));
  return states.reduce((sum, state) => sum + Object.keys(state.annotations).length, 0);
}

async function makeWriters({ team }: Desk): Promise<string[]> {
  const tokens: string[] = [];
  for (let number = 1; number <= writers; number += 1) {
    const email = `writer-${number}-${randomUUID()}@example.org`;
    await buildMember(team.id, { name: `Writer ${number}`, role: 'reviewer', email });
    tokens.push(await createTokenFromCli({ email, name: 'bench' }));
  }
  return tokens;
}

function figures(who: string, { times, seconds }: Outcome): Figure[] {
  const at = (share: number): string => show(percentile(times, share), 'ms');
  return [
    {
      what: `Command round trip, ${who}, p95`,
      value: percentile(times, 0.95),
      unit: 'ms',
      more: `p50 ${show(median(times), 'ms')}, p99 ${at(0.99)}, ${times.length} commands, ${show(times.length / seconds, '/s')}`,
    },
  ];
}
