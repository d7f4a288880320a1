import { describe, expect, it } from 'vitest';
import { maxNesting } from './article-doc';
import { articleDocSchema } from './article-doc-schema';
import { richTextSchema } from './rich-text-schema';

const nested = (levels: number, wrap: (inner: unknown) => unknown, innermost: unknown): unknown =>
  Array.from({ length: levels }).reduce(wrap, innermost);
const text = [{ type: 'text', text: 'Deep.' }];
const quote = (inner: unknown) => ({ type: 'blockquote', content: [inner] });
const list = (inner: unknown) => ({
  type: 'bulletList',
  content: [{ type: 'listItem', content: [inner] }],
});
const table = (inner: unknown) => ({
  type: 'table',
  content: [
    {
      type: 'tableRow',
      content: [
        {
          type: 'tableCell',
          attrs: { isHeader: false, colspan: 1, rowspan: 1 },
          content: [inner],
        },
      ],
    },
  ],
});

describe.each([
  [
    'an article',
    articleDocSchema,
    { type: 'paragraph', attrs: { lead: '' }, content: text },
    [quote, list, table],
  ],
  ['a note', richTextSchema, { type: 'paragraph', content: text }, [quote, list]],
])('the schema of %s', (_, schema, paragraph, wraps) => {
  it('takes what the importer takes, and nothing so deep that readers of it would give up', () => {
    for (const wrap of wraps) {
      const at = (levels: number) =>
        schema.safeParse({ type: 'doc', content: [nested(levels, wrap, paragraph)] });
      expect(at(maxNesting).success).toBe(true);
      expect(at(4 * maxNesting).error?.issues[0]?.message).toContain('at most 24 levels deep');
    }
  });
});
