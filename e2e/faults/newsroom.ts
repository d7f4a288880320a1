import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/domain/actor';
import { createTokenFromCli } from '@/lib/server/team/create-token-from-cli';
import { makeArticle } from '@/prisma/builders/article';
import { buildTeam } from '@/prisma/builders/team';
import { makeText, seeded } from '../bench/made-up-text';

/** Somebody who writes through the door, with a bearer token. */
export type Writer = { readonly actor: Actor; readonly email: string; readonly token: string };

/** A team that writes on some articles. */
export type Newsroom = {
  readonly teamId: string;
  readonly editor: Actor;
  readonly writers: readonly Writer[];
  readonly articles: readonly { readonly articleId: string; readonly revisionId: string }[];
  /** The text of each article. */
  readonly text: string;
};

/** How many write, on how many articles of how many words. */
export type NewsroomSize = { readonly writers: number; readonly articles: number; readonly words: number };

/** Builds a team of an editor and reviewers, each with a token, and articles of made-up text. */
export async function makeNewsroom({ writers, articles, words }: NewsroomSize): Promise<Newsroom> {
  const people = Array.from({ length: writers }, (_, index) => ({
    name: `Writer ${index + 1}`,
    role: 'reviewer' as const,
    email: `writer-${index + 1}-${randomUUID()}@example.org`,
  }));
  const team = await buildTeam('The Busy Courier', [{ name: 'Edda Editor', role: 'editor' }, ...people]);
  const [editor, ...actors] = team.actors;
  if (editor === undefined) throw new Error('The team has no editor.');
  const text = makeText(words, seeded(writers));
  const made: Newsroom['articles'][number][] = [];
  for (let number = 0; number < articles; number += 1) made.push(await makeArticle(editor, { text }));
  const all: Writer[] = [];
  for (const [index, actor] of actors.entries()) {
    const email = people[index]?.email ?? '';
    all.push({ actor, email, token: await createTokenFromCli({ email, name: 'faults' }) });
  }
  return { teamId: team.id, editor, writers: all, articles: made, text };
}
