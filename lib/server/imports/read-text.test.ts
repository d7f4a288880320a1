import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText, type TextBlock, textBlocks } from '@/lib/domain/article-doc';
import { articleDocSchema } from '@/lib/domain/article-doc-schema';
import { decodeText } from './decode-text';
import { readText } from './read-text';

const read = (text: string, title?: string) => readText(decodeText(text).text, title);
const leads = (blocks: readonly TextBlock[]) => blocks.map(({ attrs }) => attrs.lead);

describe('readText', () => {
  it('gives back the same characters for any text', () => {
    const part = fc.oneof(
      fc.constantFrom(
        ...[
          'a',
          'Some words.',
          '\n',
          '\n\n',
          '\r\n',
          '\r',
          ' ',
          '\t',
          '  ',
          '\n \t\n',
          '1. ',
          '2) ',
          '\n- ',
          '\n• ',
        ],
        ...[
          '\n  1. one\n  2. two',
          '\n* a\n* b\n\n',
          '\u00a0',
          '\u3000',
          '\u2028',
          '\u200b',
          '\u202e',
          '\ufeff',
        ],
        ...[
          'e\u0301',
          '👩‍👩‍👧',
          '\ud83d',
          '港口',
          'العربية',
          '“quoted”',
          'By Jane Roe',
          ' '.repeat(500),
          '\n'.repeat(900),
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 5 }).map((text) => text.replaceAll('\0', '')),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const source = parts.join('');
        fc.pre(source.trim() !== '' && source !== '\ufeff');
        const { doc } = read(source);
        expect(canonicalText(doc)).toBe(decodeText(source).text.trim());
        expect(articleDocSchema.parse(doc)).toEqual(doc);
      }),
      { numRuns: 400 },
    );
  });

  it('divides paragraphs at blank lines and keeps single line feeds as hard breaks', () => {
    const { doc } = read('One sentence.\nAnother line.\n \t\n\n  Second paragraph.');
    expect(doc.content).toEqual([
      {
        type: 'paragraph',
        attrs: { lead: '' },
        content: [
          { type: 'text', text: 'One sentence.' },
          { type: 'hardBreak' },
          { type: 'text', text: 'Another line.' },
        ],
      },
      {
        type: 'paragraph',
        attrs: { lead: '\n \t\n\n  ' },
        content: [{ type: 'text', text: 'Second paragraph.' }],
      },
    ]);
  });

  it.each([
    ['numbers that rise', 'x.\n\n  3. a\n  4. b', ['paragraph', 'orderedList'], ['', '\n\n  3. ', '\n  4. ']],
    ['numbers in parentheses', 'x.\n1) a\n2) b', ['paragraph', 'orderedList'], ['', '\n1) ', '\n2) ']],
    ['dots', '• a\n• b\n\ny.', ['bulletList', 'paragraph'], ['• ', '\n• ', '\n\n']],
    ['hyphens', 'x:\n- a\n- b\n- c', ['paragraph', 'bulletList'], ['', '\n- ', '\n- ', '\n- ']],
    ['one line alone is no list', '1. a.\n\ny.', ['paragraph', 'paragraph'], ['', '\n\n']],
    ['numbers that do not rise', '1. a\n3. b\n\ny.', ['paragraph', 'paragraph'], ['', '\n\n']],
    ['a year at the end of a sentence', 'in\n2019. Then.\n\ny.', ['paragraph', 'paragraph'], ['', '\n\n']],
    [
      'two lists one after the other',
      '1. a\n2. b\n* c\n* d',
      ['orderedList', 'bulletList'],
      ['1. ', '\n2. ', '\n* ', '\n* '],
    ],
  ])('lists: %s', (_name, text, types, expected) => {
    const { doc } = read(text);
    expect(doc.content.map(({ type }) => type)).toEqual(types);
    expect(leads(textBlocks(doc))).toEqual(expected);
  });

  it.each([
    ['a short first paragraph', 'Harbour costs double\n\nThe port said so.', 'Harbour costs double', true],
    ['a question', 'Who pays?\n\nThe port said so.', 'Who pays?', true],
    ['with the byline below it', 'Harbour costs double\nBy Jane Roe\n\nText.', 'Harbour costs double', true],
    ['not a sentence', 'The port said so.\n\nMore.', '', false],
    ['not a quoted sentence', '“The port said so.”\n\nMore.', '', false],
    ['not the only paragraph', 'Harbour costs double', '', false],
    ['not a long paragraph', `${'word '.repeat(50)}\n\nMore.`, '', false],
    ['not two lines', 'Harbour\nSea\n\nMore.', '', false],
    ['not a list', '1. a\n2. b\n\nMore.', '', false],
  ])('headline: %s', (_name, text, title, isHeading) => {
    const { details, doc } = read(text);
    expect(details.title).toBe(title);
    expect(doc.content[0]?.type === 'heading').toBe(isHeading);
  });

  it('prefers the headline that the sender gives', () => {
    expect(read('Harbour costs double\n\nText.', ' My  headline ').details.title).toBe('My headline');
  });

  it.each([
    ['Head\n\nBy Jane Roe\n\nText.', 'Jane Roe'],
    ['Head\n\nBy JANE ROE and John Doe | 3 March 2026\n\nText.', 'JANE ROE and John Doe'],
    ['Head\n\nVon Jana Rohe\n\nText.', 'Jana Rohe'],
    ['Head\n\nBy Tuesday the port had closed.\n\nText.', null],
    ['Head\n\nby the sea\n\nText.', null],
    ['Head\n\nText.', null],
  ])('byline of %j is %j', (text, byline) => {
    expect(read(text).details.byline).toBe(byline);
  });

  it('keeps invisible characters and says which there are', () => {
    const { doc, warnings } = read('A\u200bB and \u202eC\u202c and 👩‍👩‍👧 stay.');
    expect(canonicalText(doc)).toBe('A\u200bB and \u202eC\u202c and 👩‍👩‍👧 stay.');
    expect(warnings).toEqual([
      'The text holds invisible characters, which were kept: 1 × zero-width space, 2 × direction override.',
    ]);
    expect(read('Nothing hidden: “é” – 👍🏽.').warnings).toEqual([]);
  });

  it('says where a character was damaged before', () => {
    expect(read('A half \ud83d character.').warnings[0]).toMatch(/already damaged/);
  });

  it('reads a paragraph of 1 MB', () => {
    expect(read('word '.repeat(200_000)).doc.content).toHaveLength(1);
  });

  it.each([
    ['300 000 paragraphs', 'ab\n\n'.repeat(300_000), 'more than 50 000 paragraphs or lines'],
    ['300 000 lines', 'ab\n'.repeat(300_000), 'more than 50 000 paragraphs or lines'],
    ['too long a text', `a${'\n'.repeat(3_000_000)}b`, 'longer than 2.5 million characters'],
  ])('refuses %s before it builds anything', (_name, text, sentence) => {
    // Counted in processor time: other programs on the machine do not make it longer.
    const before = process.cpuUsage();
    expect(() => read(text)).toThrow(sentence);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1_500);
  });

  it('takes time in proportion to the text, whatever it is made of', () => {
    for (const piece of [' ', '\n', '1. a\n', '- ', '“', 'By ', '\u202e', '\u200d', '👩\u200d', '. ']) {
      const before = process.cpuUsage();
      const text = `x${piece.repeat(Math.floor(200_000 / piece.length))}x`;
      expect(canonicalText(read(text).doc)).toBe(decodeText(text).text.trim());
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(1_500);
    }
  });
});

const realArticle = join(import.meta.dirname, '../../../../shared/articles/huawei-5g.txt');

describe.skipIf(!existsSync(realArticle))(
  'the real article of a news blog (skipped where its file is absent)',
  () => {
    const words = () => readFileSync(realArticle, 'utf8');
    const readIt = () => readText(decodeText(readFileSync(realArticle)).text, undefined);

    it('comes in whole, character by character', () => {
      const { doc, warnings, dropped } = readIt();
      expect(canonicalText(doc)).toBe(words().trim());
      expect(canonicalText(doc)).toContain('“actual facts” about China’s');
      expect(dropped).toEqual([]);
      expect(warnings).toEqual([]);
    });

    it('has its headline and its list of four', () => {
      const { details, doc } = readIt();
      expect(details.title).toBe(
        "Real Reason Trump Wants to Ban Huawei: US Wants to Spy and China Won't Cooperate",
      );
      expect(doc.content[0]).toMatchObject({ type: 'heading', attrs: { level: 1 } });
      const lists = doc.content.filter(({ type }) => type === 'orderedList');
      expect(lists).toHaveLength(1);
      expect(lists[0]).toMatchObject({ attrs: { start: 1 }, content: { length: 4 } });
    });
  },
);
