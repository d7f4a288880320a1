import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../article';
import { articleState } from '../testing/arbitraries';
import { splitSentences } from '../text/sentences';
import { coverageByKind, type FactKind, factKinds, findFacts } from './facts';

const factsOf = (text: string, language: string | null = 'en') =>
  findFacts(text, splitSentences(text, language), language);
const wordsOf = (kind: FactKind, text: string, language: string | null = 'en'): string[] =>
  factsOf(text, language)
    .filter((fact) => fact.kind === kind)
    .map(({ start, end }) => text.slice(start, end));

describe('numbers', () => {
  it.each([
    ['It cost $1.5 million, £4.5bn or 412 million crowns.', ['$1.5 million', '£4.5bn', '412 million crowns']],
    ['It grew 3.1 percent, then 40% and 5 per cent.', ['3.1 percent', '40%', '5 per cent']],
    ['The quay is 1,200 metres long and 12-metre wide.', ['1,200 metres', '12-metre']],
    ['They won 5-4 at 10:30 a.m. in the 3rd game.', ['5-4', '10:30 a.m.', '3rd']],
    ['Two dozen people and twenty-five dogs ate half.', ['Two dozen people', 'twenty-five', 'half']],
    ['One in five left; one person stayed.', ['One in five', 'one person']],
    ['Two hundred and three million, twelve hundred.', ['Two hundred and three million', 'twelve hundred']],
    ['No one, one of them and that one saw another one’s.', []],
    ['COVID-19, B52 and Figure8 are names.[3]', []],
    ['1. The first point\n2) The second has 7.', ['7']],
  ])('are found with currency, scale and unit in “%s”', (text, wanted) => {
    expect(wordsOf('number', text)).toEqual(wanted);
  });

  it.each([
    [
      'de',
      'Zwei Millionen Menschen zahlten 1.200 Euro, 3,5 Prozent mehr.',
      ['Zwei Millionen', '1.200 Euro', '3,5 Prozent'],
    ],
    ['fr', 'Trois millions, soit 3,5 % de plus.', ['Trois millions', '3,5 %']],
    ['es', 'Pagaron 3.500 euros por doce casas.', ['3.500 euros', 'doce']],
    ['ar', 'ارتفع بنسبة 3.5% إلى ٢٥ مليون.', ['3.5%', '٢٥ مليون']],
    ['he', 'המחיר עלה ב־3.5% ל־12 מיליון.', ['3.5%', '12 מיליון']],
    ['ja', '価格は3.5％上がり、4万円になった。', ['3.5％', '4万円']],
  ])('are found in %s', (language, text, wanted) => {
    expect(wordsOf('number', text, language)).toEqual(wanted);
  });
});

describe('dates', () => {
  it.each([
    [
      'On 3 March 2026, March 3, 2026 and the 3rd of March.',
      ['3 March 2026', 'March 3, 2026', '3rd of March'],
    ],
    ['On Tuesday, 3 March and Friday the 13th of May.', ['Tuesday, 3 March', 'Friday the 13th of May']],
    ['From 2024-03-14 to 14/03/2025, and 14.3.2025.', ['2024-03-14', '14/03/2025', '14.3.2025']],
    ['In 2021, from 2019–2021, in the 1990s and by March.', ['2021', '2019–2021', '1990s', 'March']],
    ['In Jan. 2024, on Sept. 11 and in Q3 2025.', ['Jan. 2024', 'Sept. 11', 'Q3 2025']],
    ['They may march 2000 metres for 1999 euros on Monday.', []],
  ])('are found in many forms in “%s”', (text, wanted) => {
    expect(wordsOf('date', text)).toEqual(wanted);
  });

  it.each([
    ['de', 'Am Dienstag, den 3. März 2024 und im Mai.', ['Dienstag, den 3. März 2024', 'Mai']],
    ['fr', 'Le 3 mars 2024 et le 1er juin.', ['3 mars 2024', '1er juin']],
    ['es', 'El 3 de marzo de 2024, en abril.', ['3 de marzo de 2024', 'abril']],
    ['ar', 'في 3 يناير 2024.', ['3 يناير 2024']],
    ['he', 'ב־3 בינואר 2024.', ['3 בינואר 2024']],
    ['ja', '2024年3月14日に。', ['2024年3月14日']],
  ])('are found in %s', (language, text, wanted) => {
    expect(wordsOf('date', text, language)).toEqual(wanted);
  });

  it('are not numbers as well', () => {
    expect(wordsOf('number', 'On 3 March 2026 and 2024-03-14, 7 came.')).toEqual(['7']);
  });
});

describe('names', () => {
  it.each([
    ['The deputy of Mayor Jonas Hale’s office left.', ['Mayor Jonas Hale']],
    [
      'She joined the Bank of England and met Ursula von der Leyen.',
      ['Bank of England', 'Ursula von der Leyen'],
    ],
    ['Members of NATO and the U.S. Senate fought COVID-19.', ['NATO', 'U.S. Senate', 'COVID-19']],
    ['Ada Quill said so.', ['Ada Quill']],
    ['Yesterday it rained. Nobody came on Tuesday. I left.', []],
    ['Quill left. The firm paid Quill.', ['Quill', 'Quill']],
    ['Acme closed. Acme sold it.', ['Acme', 'Acme']],
    ['Prices rose. Prices fell. The prices are high.', []],
    ['He said: “Nothing happened.” He met J. R. Hartley.', ['J. R. Hartley']],
    ['How The Harbour Lost Its Cranes\n\nThe harbour lost its cranes.', []],
    ['What Quill Told The Angry Harbour\n\nThe harbour heard Quill.', ['Quill', 'Quill']],
  ])('are runs of capitals that mean something in “%s”', (text, wanted) => {
    expect(wordsOf('name', text)).toEqual(wanted);
  });

  it('in German are runs of two and acronyms, because every noun has a capital', () => {
    const text = 'Gestern sagte Angela Merkel der Presse, die EU habe Geld.';
    expect(wordsOf('name', text, 'de')).toEqual(['Angela Merkel', 'EU']);
  });

  it('are not found in scripts without capitals', () => {
    expect(wordsOf('name', '東京の市長は来た。', 'ja')).toEqual([]);
  });
});

describe('quotations', () => {
  it.each([
    ['He said “yes, we can” and left.', ['yes, we can']],
    ['“Two came. Three left,” said Hale.', ['Two came. Three left,']],
    ['“They called it a ‘grave’ error,” he said.', ['They called it a ‘grave’ error,', 'grave']],
    ["\"Why?\" she asked. 'It isn't,' he said.", ['Why?', "It isn't,"]],
    ['«Non», dit-il. « Il l’a dit. »', ['Non', 'Il l’a dit.']],
    ['„Nein“, sagte er. »Doch«, rief sie.', ['Nein', 'Doch']],
    ['彼は「なぜ『今』か」と聞いた。', ['なぜ『今』か', '今']],
    ['It’s 6" of the boys’ rock ’n’ roll.', []],
    ['An “open one.\n\nAnother paragraph.”', []],
    ['“It goes on.\n\n“And ends here.” Then.', ['It goes on.\n\n“And ends here.']],
    ['“…” he said.', []],
  ])('are found with their marks left out in %s', (text, wanted) => {
    expect(wordsOf('quotation', text)).toEqual(wanted);
  });
});

const mark = (start: number, end: number, state: 'exact' | 'orphaned' = 'exact') => ({
  anchor: { start, end, state },
});

describe('coverage by kind of fact', () => {
  const text = 'Ada Quill paid 12 million on 3 March. “We lost it. It hurt,” said Hale.';
  const facts = factsOf(text);
  const at = (words: string): [number, number] => {
    const start = text.indexOf(words);
    return [start, start + words.length];
  };

  it('counts what lies under any mark, and lists the rest in order', () => {
    const { number, name, date } = coverageByKind(facts, [mark(...at('paid 12'))]);
    expect(number).toEqual({ total: 1, covered: 1, gaps: [] });
    expect(name).toMatchObject({ total: 2, covered: 0 });
    expect(date.gaps.map(({ start, end }) => text.slice(start, end))).toEqual(['3 March']);
  });

  it('covers a quotation only when each of its sentences carries a mark', () => {
    expect(coverageByKind(facts, [mark(...at('lost'))]).quotation.covered).toBe(0);
    expect(coverageByKind(facts, [mark(...at('lost')), mark(...at('hurt'))]).quotation.covered).toBe(1);
  });

  it('is not moved by orphaned marks', () => {
    expect(coverageByKind(facts, [mark(0, text.length, 'orphaned')]).number.covered).toBe(0);
  });

  it('agrees with the plain definition on any article', () => {
    fc.assert(
      fc.property(articleState, ({ revision, annotations }) => {
        const all = findFacts(revision.text, splitSentences(revision.text, 'en'), 'en');
        const marks = Object.values(annotations);
        const isMarked = (part: Passage): boolean =>
          marks.some(({ anchor }) => anchor.start < part.end && anchor.end > part.start);
        const byKind = coverageByKind(all, marks);
        for (const kind of factKinds) {
          const own = all.filter((fact) => fact.kind === kind);
          const gaps = own
            .filter(({ parts }) => !parts.every(isMarked))
            .map(({ start, end }) => ({ start, end }));
          expect(byKind[kind]).toEqual({ total: own.length, covered: own.length - gaps.length, gaps });
        }
      }),
    );
  });
});

describe('facts of any text', () => {
  it('lie inside it, in order, without white space at their edges', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'Ab 3.,“”"\'‘’\n年%-') }), (text) => {
        let before = 0;
        for (const { start, end, parts } of factsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          expect(parts.length).toBeGreaterThan(0);
          before = start;
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['an article', 'On 3 March Ada Quill of Acme said “we paid 12 million for it” to twenty people. '],
    ['digits', '1'],
    ['digits and commas', '1,'],
    ['capitals', 'Ab '],
    ['opening quotes', '“'],
    ['straight quotes', '" a'],
    ['number words', 'two and '],
    ['line feeds in a quotation', '“a\n'],
  ])('are found in 300 000 characters of %s in time', (_name, unit) => {
    const text = unit.repeat(Math.ceil(300_000 / unit.length));
    const sentences = splitSentences(text, 'en');
    // Reading backwards at each sign would take longer than a test may.
    expect(() => findFacts(text, sentences, 'en')).not.toThrow();
  });
});
