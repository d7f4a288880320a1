import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorAt, locateQuote } from '../anchor';
import { blockText, canonicalText, placedBlocks } from '../article-doc';
import { articleDocSchema } from '../article-doc-schema';
import { coverageOf } from '../coverage';
import { articleDoc, articleState } from '../testing/arbitraries';
import { splitSentences } from './sentences';

describe('the canonical text', () => {
  it('is the leads and texts of the blocks, each at the place that is told', () => {
    fc.assert(
      fc.property(articleDoc, (doc) => {
        const text = canonicalText(doc);
        for (const { block, start, end } of placedBlocks(doc))
          expect(text.slice(start, end)).toBe(blockText(block));
        expect(articleDocSchema.parse(doc)).toEqual(doc);
      }),
    );
  });

  it.each([
    ['an unknown node', { type: 'doc', content: [{ type: 'image', attrs: { src: 'x' } }] }],
    [
      'an unknown attribute',
      { type: 'doc', content: [{ type: 'paragraph', attrs: { lead: '', onclick: 'x' } }] },
    ],
    [
      'a dangerous link',
      {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            attrs: { lead: '' },
            content: [
              { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
            ],
          },
        ],
      },
    ],
    [
      'words hidden in a lead',
      { type: 'doc', content: [{ type: 'paragraph', attrs: { lead: 'some hidden sentence here' } }] },
    ],
    ['no block at all', { type: 'doc', content: [] }],
  ])('refuses %s', (_name, doc) => {
    expect(articleDocSchema.safeParse(doc).success).toBe(false);
  });
});

describe('anchors', () => {
  it('keep the quote and at most 32 characters around it, cutting no character in two', () => {
    fc.assert(
      fc.property(articleState, ({ revision, annotations }) => {
        for (const { anchor } of Object.values(annotations)) {
          expect(revision.text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
          expect(revision.text.slice(0, anchor.start).endsWith(anchor.prefix)).toBe(true);
          expect(revision.text.startsWith(anchor.suffix, anchor.end)).toBe(true);
          expect(Math.max(anchor.prefix.length, anchor.suffix.length)).toBeLessThanOrEqual(32);
          expect(anchor.prefix + anchor.suffix).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });

  it('refuse to begin inside a character', () => {
    expect(() => anchorAt({ id: 'r', text: 'a𝒳b' }, { start: 2, end: 4 })).toThrow('middle of a character');
  });

  it('are found by quote and context, and refused when that is not certain', () => {
    const text = 'one two one three';
    expect(locateQuote(text, { exact: 'one', prefix: 'two ', suffix: '' })).toEqual({ start: 8, end: 11 });
    expect(() => locateQuote(text, { exact: 'one', prefix: '', suffix: '' })).toThrow('more than once');
    expect(() => locateQuote(text, { exact: 'four', prefix: '', suffix: '' })).toThrow('do not stand');
    expect(() => locateQuote(text, { exact: 'one', prefix: 'three ', suffix: '' })).toThrow('do not stand');
  });
});

describe('coverage', () => {
  it('counts a sentence as decided when any mark lies on it, and agrees with the plain definition', () => {
    fc.assert(
      fc.property(articleState, ({ revision, annotations }) => {
        const sentences = splitSentences(revision.text, 'en');
        const all = Object.values(annotations);
        const gaps = sentences.filter(
          (sentence) => !all.some(({ anchor }) => anchor.start < sentence.end && anchor.end > sentence.start),
        );
        expect(coverageOf(sentences, all)).toEqual({
          decided: sentences.length - gaps.length,
          total: sentences.length,
          gaps,
        });
      }),
    );
  });

  it('is not moved by an orphaned mark', () => {
    const sentences = [{ start: 0, end: 5 }];
    const anchor = {
      ...anchorAt({ id: 'r', text: 'hello' }, { start: 0, end: 5 }),
      state: 'orphaned' as const,
    };
    expect(coverageOf(sentences, [{ anchor } as never])).toMatchObject({ decided: 0 }); // only the anchor is read
  });
});
