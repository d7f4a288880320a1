import type { ArticleInline } from '../article-doc';

/** The content of a block in which neighbours of the same look are one text. */
export function joinedInlines(content: readonly ArticleInline[]): readonly ArticleInline[] {
  const all: ArticleInline[] = [];
  for (const part of content) {
    const last = all.at(-1);
    const isSame =
      last?.type === 'text' &&
      part.type === 'text' &&
      JSON.stringify(last.marks ?? []) === JSON.stringify(part.marks ?? []);
    if (isSame) all[all.length - 1] = { ...last, text: last.text + part.text };
    else all.push(part);
  }
  return all;
}
