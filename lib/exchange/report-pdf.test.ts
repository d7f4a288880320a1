import { inflateSync } from 'node:zlib';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { anchorAt } from '@/lib/domain/anchor';
import type { ArticleDoc } from '@/lib/domain/article-doc';
import { canonicalText } from '@/lib/domain/article-doc';
import type { Report } from '@/lib/domain/report/report';
import { plainArrangement } from '@/lib/domain/report/report-arrangement';
import { reportFor } from '@/lib/domain/report/report-view';
import { article, claim, idOf, revisionId } from '@/lib/domain/testing/desk';
import { reportOf } from './testing/report-of';
import { wholeReport } from './testing/written-whole';

const paragraph = (text: string, lead = '\n\n') => ({
  type: 'paragraph' as const,
  attrs: { lead },
  content: [{ type: 'text' as const, text }],
});
const scripts = {
  latin: 'Łódź naïve état, “so” – fi ffl 412 million: a b c.',
  greek: 'Το λιμάνι μεγάλωσε κατά 40 τοις εκατό.',
  cyrillic: 'Порт вырос на 40 процентов.',
  hebrew: 'שלום עולם (412) מיליון',
  arabic: 'نما الميناء بنسبة 40 في المئة',
  chinese: '东京港口增长了百分之四十。',
  japanese: '東京の港は四十パーセント成長した。',
  devanagari: 'बंदरगाह में वृद्धि हुई',
  traditional: '臺灣港口鬱龘驫',
  korean: '항구가 40퍼센트 커졌다 뷁.',
  thai: 'ท่าเรือเติบโตขึ้นร้อยละสี่สิบและไม่มีใครคาดคิดเรื่องนี้มาก่อนเลยน้ำจำนวนมากไหลผ่านท่าเรือทุกวันตลอดปี',
  bengali: 'বন্দরটি বড় হয়েছে',
  tamil: 'துறைமுகம் வளர்ந்தது',
  telugu: 'ఓడరేవు పెరిగింది',
  gujarati: 'બંદર વધ્યું',
  kannada: 'ಬಂದರು ಬೆಳೆಯಿತು',
  malayalam: 'തുറമുഖം വളർന്നു',
  gurmukhi: 'ਬੰਦਰਗਾਹ ਵਧੀ',
  sinhala: 'වරාය වර්ධනය විය',
  khmer: 'កំពង់ផែបានរីកធំ',
  lao: 'ທ່າເຮືອເຕີບໂຕນ້ຳ',
  myanmar: 'ဆိပ်ကမ်း ကြီးထွားလာသည်',
  ethiopic: 'ወደቡ አደገ',
  georgian: 'ნავსადგური გაიზარდა',
  armenian: 'Նավահանգիստը մեծացավ',
  signs: '𝒳 ∑ ≤ → ① ✅ 😀 👩‍👩‍👧 🇩🇪',
} as const;
const doc: ArticleDoc = {
  type: 'doc',
  content: [
    {
      type: 'heading',
      attrs: { lead: '', level: 1 },
      content: [{ type: 'text', text: 'The harbour grows' }],
    },
    ...Object.values(scripts).map((text) => paragraph(text)),
    paragraph('Word '.repeat(900).trim()),
    { type: 'heading', attrs: { lead: '\n\n', level: 2 }, content: [{ type: 'text', text: 'Afterwards' }] },
    paragraph('Nothing has a font for this: \u{13000}.'),
  ],
};
const text = canonicalText(doc);
const place = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
function makeReport(): Report {
  const state = article(
    claim({}, { anchor: anchorAt({ id: revisionId, text }, place('412 million')) }),
    claim({}, { id: idOf(11), mark: 'opinion', anchor: anchorAt({ id: revisionId, text }, place('עולם')) }),
    claim({}, { id: idOf(12), anchor: { ...claim().anchor, state: 'orphaned', exact: 'words of old' } }),
  );
  return reportOf({ ...state, revision: { ...state.revision, doc, text, sentences: [] } });
}

/** All that is told about a PDF by pdf.js, which did not write it. */
async function read(bytes: Uint8Array) {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text: pages } = await extractText(document);
  const tags: string[] = [];
  const visit = (node: { role?: string; children?: unknown[] } | null): void => {
    if (node?.role !== undefined) tags.push(node.role);
    for (const child of node?.children ?? []) visit(child as { role?: string; children?: unknown[] }); // pdf.js nests its own nodes
  };
  for (let number = 1; number <= document.numPages; number += 1)
    visit(await (await document.getPage(number)).getStructTree());
  const [outline, marked, { info }] = [
    await document.getOutline(),
    await document.getMarkInfo(),
    await document.getMetadata(),
  ];
  return { pages, words: pages.join('\n'), tags, outline, marked, info: info as Record<string, unknown> };
}
/** The texts that a reader is given instead of the signs, from the deflated pages. */
function actualTexts(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes);
  const pages = [...raw.toString('latin1').matchAll(/stream\r?\n/g)].flatMap(({ index, 0: { length } }) => {
    const end = raw.indexOf('endstream', index);
    try {
      return [inflateSync(raw.subarray(index + length, end)).toString('latin1')];
    } catch {
      return []; // a font, not a page
    }
  });
  return pages
    .flatMap((page) => [...page.matchAll(/\/ActualText <feff([0-9a-f]*)>/g)])
    .map(([, hex = '']) => Buffer.from(hex, 'hex').swap16().toString('utf16le'))
    .join('');
}
/** Words without white space, and without what stands at the foot of every page. */
const bare = (words: string): string =>
  words
    .normalize('NFKC')
    // A dot that belongs to the letter before it says nothing.
    .replaceAll('\0', '')
    .replaceAll(/\s+/g, '')
    .replaceAll(/Checkingcopy·Desk&<Co>·Revision1\d+of\d+/g, '');

describe('the PDF', () => {
  let bytes: Uint8Array;
  let pdf: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    bytes = await wholeReport(makeReport(), 'pdf');
    pdf = await read(bytes);
  }, 60_000);

  it.each([
    'greek',
    'cyrillic',
    'chinese',
    'traditional',
    'japanese',
    'korean',
    'georgian',
    'armenian',
    'ethiopic',
  ] as const)('gives back its %s text as it was', (script) => {
    expect(bare(pdf.words)).toContain(bare(scripts[script]));
  });

  it('gives back Latin text with the label of the annotation behind its passage', () => {
    expect(bare(pdf.words)).toContain(bare(scripts.latin.replace('412 million', '412 millionC1')));
    expect(bare(pdf.words)).toContain('Word'.repeat(900));
  });

  it.each(['hebrew', 'arabic'] as const)(
    'gives back each word of its %s text, in reading order',
    (script) => {
      const words = scripts[script].split(' ').filter((word) => /\p{L}/u.test(word));
      const places = words.map((word) => bare(pdf.words).indexOf(word));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    },
  );

  it.each([
    'devanagari',
    'thai',
    'bengali',
    'tamil',
    'telugu',
    'gujarati',
    'kannada',
    'malayalam',
    'gurmukhi',
    'sinhala',
    'khmer',
    'lao',
    'myanmar',
    'signs',
  ] as const)(
    'says the words of its %s text beside its signs, which stand in another order or are shared',
    (script) => {
      const said = bare(actualTexts(bytes));
      for (const word of scripts[script].split(' '))
        if (!/^[𝒳∑≤→①]$/u.test(word)) expect(said).toContain(bare(word));
    },
  );

  it('says which character it has no font for', () => {
    expect(pdf.words.match(/\[U\+[0-9A-F]+\]/g)).toEqual(['[U+13000]']);
  });

  it('is tagged: headings, paragraphs, tables, links, in the language of the article', () => {
    expect(pdf.marked?.Marked).toBe(true);
    for (const tag of ['Document', 'H1', 'H2', 'P', 'Link', 'Table', 'TR', 'TH', 'TD'])
      expect(pdf.tags).toContain(tag);
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/Lang \(en\)/);
    expect(pdf.info.Title).toBe('Port');
  });

  it('has bookmarks for sections, headings and annotations', () => {
    const titles = (pdf.outline ?? []).map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining(['Summary', 'The text', 'Passages that are no longer in the text']),
    );
    // The headline stands at the head of the report, with its marks.
    expect(titles[0]).toBe('The harbour grows');
    const inside = (pdf.outline ?? [])
      .find(({ title }) => title === 'The text')
      ?.items.map(({ title }) => title);
    expect(inside).toEqual(expect.arrayContaining(['Afterwards', expect.stringMatching(/^C1 Claim/)]));
  });

  it('embeds every font that it uses', () => {
    const raw = Buffer.from(bytes).toString('latin1');
    const count = (words: RegExp): number => [...raw.matchAll(words)].length;
    expect(count(/\/Type \/FontDescriptor/g)).toBeGreaterThan(5);
    expect(count(/\/FontFile[23] \d+ 0 R/g)).toBe(count(/\/Type \/FontDescriptor/g));
    expect(raw).not.toMatch(/\/Subtype \/Type1\b/);
  });

  it('shows what was lost, and numbers its pages', () => {
    expect(pdf.words).toContain('words of old');
    expect(pdf.pages.length).toBeGreaterThan(2);
    for (const [index, page] of pdf.pages.entries())
      expect(page).toMatch(new RegExp(`\\b${index + 1} of ?${pdf.pages.length}\\b`));
  });

  it('can list annotations after the text, without the sections that nobody wants', async () => {
    const copy = reportFor(reportOf(article(claim())), { ...plainArrangement, look: 'after', sections: [] });
    const { words } = await read(await wholeReport(copy, 'pdf'));
    expect(words.indexOf('Annotations')).toBeGreaterThan(words.indexOf('cost'));
    expect(words).not.toContain('Legend');
  }, 30_000);
});
