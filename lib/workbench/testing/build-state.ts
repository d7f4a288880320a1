import type { Actor } from '@/lib/domain/actor';
import { anchorAt } from '@/lib/domain/anchor';
import type { Annotation, Mark } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import { blockText, canonicalText, textBlocks } from '@/lib/domain/article-doc';
import { freshCheck } from '@/lib/domain/check';
import type { Command } from '@/lib/domain/commands';
import { bareArticle } from '@/lib/domain/testing/bare-article';
import { splitSentences } from '@/lib/domain/text/sentences';

/** An id that is easy to read in a failing test: `id(7)` ends in 7. */
export const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const articleId = id(900);
export const revisionId = id(901);

/** A reviewer, and a colleague of theirs who may do the same. */
export const mara: Actor = { userId: id(1), name: 'Mara Kern', teamId: id(800), role: 'reviewer' };
export const lou: Actor = { ...mara, userId: id(2), name: 'Lou Okafor' };

const paragraphs = [
  'The port will cost 412 million. The council approved 190 million in 2021.',
  'Nobody can be surprised. It was launched without a single soil survey.',
];

/** An article of four sentences in two paragraphs, with the annotations given. */
export function buildState(annotations: readonly Annotation[] = []): ArticleState {
  const doc = {
    type: 'doc' as const,
    content: paragraphs.map((text, index) => ({
      type: 'paragraph' as const,
      attrs: { lead: index === 0 ? '' : '\n\n' },
      content: [{ type: 'text' as const, text }],
    })),
  };
  if (textBlocks(doc).map(blockText).join() !== paragraphs.join()) throw new Error('The fixture is broken.');
  const text = canonicalText(doc);
  const bare = bareArticle({
    ...{ id: articleId, text, by: mara.userId, at: at(0), title: 'Harbour', annotations },
    revision: { id: revisionId, doc, sentences: splitSentences(text, 'en') },
  });
  return { ...bare, people: { [mara.userId]: { id: mara.userId, name: mara.name } } };
}

/** An instant `n` minutes after the fixture's beginning. */
export const at = (n: number): string => new Date(Date.UTC(2026, 2, 3, 14, n)).toISOString();

/** An annotation on the first occurrence of some words. */
export function annotationOn(
  words: string,
  fields: { readonly id: string; readonly mark?: Mark; readonly author?: Actor },
): Annotation {
  const { revision } = buildState();
  const start = revision.text.indexOf(words);
  return {
    id: fields.id,
    articleId,
    mark: fields.mark ?? 'claim',
    anchor: anchorAt(revision, { start, end: start + words.length }),
    check: freshCheck,
    partOfId: null,
    repeatsId: null,
    claim: { claimTypes: [], claimant: null, claimedOn: null },
    authorId: (fields.author ?? mara).userId,
    createdAt: at(1),
    changedAt: at(1),
    version: 1,
    notes: [],
    evidence: [],
    flags: [],
    threads: [],
  };
}

/** A command that marks the first occurrence of some words. */
export function markCommand(words: string, annotationId: string, commandId: string): Command {
  const start = buildState().revision.text.indexOf(words);
  return {
    commandId,
    type: 'annotation.create',
    annotationId,
    revisionId,
    mark: 'claim',
    passage: { start, end: start + words.length },
  };
}

/** What Lou makes of an annotation meanwhile: there is nothing to check. */
export const changeByLou = (annotationId: string, version = 1): Command => ({
  commandId: id(500),
  type: 'annotation.change',
  annotationId,
  version,
  changes: { mark: 'no_fact' },
});
