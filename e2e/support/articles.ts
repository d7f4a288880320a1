import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation, Mark } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import type { Command } from '@/lib/domain/commands';
import { plainToRichText } from '@/lib/domain/rich-text';
import { getArticleState } from '@/lib/server/articles/get-article-state';
import { execute } from '@/lib/server/execute';
import { makeArticle, plainDoc } from '@/prisma/builders/article';

/** Four paragraphs and eight sentences: enough to select in, to grow in and to step through. */
export const harbourText = [
  'The harbour grows',
  'The port grew by 40 percent in one year, from 8.1 to 11.4 million tonnes. “Nobody expected this,” said the harbour master.',
  'It is the finest harbour on the coast. The council paid 12 million crowns for the new quay, according to its annual report.',
  'Three cranes were ordered in March. They arrive in autumn. The union is against it.',
].join('\n\n');

/** An article as a test knows it. */
export type TestArticle = { readonly id: string; readonly revisionId: string };

/** An article of the actor's team, put in as everybody's import does it. */
export async function makeHarbour(
  actor: Actor,
  text = harbourText,
  sourceAddress: string | null = null,
): Promise<TestArticle> {
  const { articleId, revisionId } = await makeArticle(actor, { text, sourceAddress });
  return { id: articleId, revisionId };
}

/** `Omit` for each kind of command by itself. */
type WithoutId<T> = T extends unknown ? Omit<T, 'commandId'> : never;

/** Does what a person could do in the workbench, through the same use case. */
export async function act(actor: Actor, articleId: string, request: WithoutId<Command>): Promise<void> {
  // the same command with the one field that was left out
  await execute(actor, articleId, { commandId: randomUUID(), ...request } as Command);
}

/** Marks words that stand once in the article; answers with the annotation's id. */
export async function markWords(
  actor: Actor,
  article: TestArticle,
  words: string,
  mark: Mark = 'claim',
): Promise<string> {
  const { revision } = await stateOf(actor, article.id);
  const start = revision.text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the article.`);
  const annotationId = randomUUID();
  const passage = { start, end: start + words.length };
  await act(actor, article.id, {
    type: 'annotation.create',
    annotationId,
    revisionId: article.revisionId,
    mark,
    passage,
  });
  return annotationId;
}

/** Gives an article new text in which one stretch of words stands otherwise, or is gone with its paragraph. */
export async function reviseWords(
  actor: Actor,
  articleId: string,
  words: string,
  others: string,
): Promise<void> {
  const { revision } = await stateOf(actor, articleId);
  if (!revision.text.includes(words)) throw new Error(`“${words}” is not in the article.`);
  await execute(actor, articleId, {
    commandId: randomUUID(),
    type: 'article.revise',
    baseRevisionId: revision.id,
    revisionId: randomUUID(),
    doc: plainDoc(
      revision.text
        .replace(words, others)
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
    ),
    edits: null,
    source: 'edited',
    reason: 'The desk wrote.',
  });
}

/** Adds a note; answers with its id. */
export async function addNote(
  actor: Actor,
  articleId: string,
  annotationId: string,
  words: string,
): Promise<string> {
  const noteId = randomUUID();
  await act(actor, articleId, { type: 'note.create', annotationId, noteId, body: plainToRichText(words) });
  return noteId;
}

/** Flags an annotation; answers with the flag's id. */
export async function raiseFlag(
  actor: Actor,
  articleId: string,
  annotationId: string,
  reason: string,
  priority: 'low' | 'normal' | 'high' | 'urgent' = 'normal',
): Promise<string> {
  const flagId = randomUUID();
  await act(actor, articleId, { type: 'flag.raise', annotationId, flagId, fields: { reason, priority } });
  return flagId;
}

/** What the database says of an article now. */
export function stateOf(actor: Actor, articleId: string): Promise<ArticleState> {
  return getArticleState(actor, articleId);
}

/** The annotations in the database, in the order of the text. */
export async function annotationsOf(actor: Actor, articleId: string): Promise<readonly Annotation[]> {
  const { annotations } = await stateOf(actor, articleId);
  return Object.values(annotations).sort(
    (a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end,
  );
}
