import { Transform } from '@tiptap/pm/transform';
import type { Passage } from '@/lib/domain/article';
import type { ArticleDoc } from '@/lib/domain/article-doc';
import { articleSchema } from './article-schema';
import { createPositions } from './positions';

/** A document with other words in a passage; they look as the first of the words that they replace. */
export function withWording(doc: ArticleDoc, passage: Passage, words: string): ArticleDoc {
  const schema = articleSchema();
  const node = schema.nodeFromJSON(doc);
  const { from, to } = createPositions(node).rangeOf(passage);
  const marks = node.resolve(from).marksAcross(node.resolve(to)) ?? [];
  const changed = new Transform(node).replaceWith(from, to, schema.text(words, marks));
  // the same schema wrote it that reads it
  return changed.doc.toJSON() as ArticleDoc;
}
