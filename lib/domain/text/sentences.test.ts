import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText, canonicalText, placedBlocks } from '../article-doc';
import { articleDoc } from '../testing/arbitraries';
import { splitSentences } from './sentences';

const sentencesOf = (text: string, language: string | null = 'en'): string[] =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end));

/** Each row is one text; `|` stands where a sentence must end and nowhere else. */
function expectSplit(written: string, language: string | null): void {
  const wanted = written.split('|').map((sentence) => sentence.trim());
  expect(sentencesOf(written.replaceAll('|', ''), language)).toEqual(wanted);
}

describe('sentences in English', () => {
  it.each([
    ['titles', 'Dr. Ada Quill met Gen. Marsh and Mr. and Mrs. Hale.| They talked.'],
    ['places', 'He works in the U.S.| The firm is British.'],
    ['places before a noun', 'The U.S. Senate voted in Washington, D.C. on it.| It passed.'],
    ['months', 'Rents rose in Jan. 2024 and on Feb. 3, then fell.| By Sept. 11 they were back.'],
    ['Latin', 'Take fruit, e.g. apples, i.e. a crop, vs. nuts.| It sells.'],
    ['numbers of things', 'It is No. 5 in the report, see fig. 3, p. 12 and vol. 2.| No. 6 is missing.'],
    ['the answer no', 'Did it help?| No.| Nobody came.'],
    ['saints and streets', 'She lives on St. Anne St.| The house is old.'],
    ['initials', 'J. R. Hartley wrote it.| M.K. Rao edited it.| John F. Kennedy Jr. read it.'],
    ['companies', 'Acme Inc. of Ohio and Foo Ltd. closed.| They owed $2.3bn.'],
    ['hours', 'They met at 5 p.m. Tuesday and left at 10 a.m. on Friday.| It was 9 p.m.| Nobody slept.'],
    ['decimals and versions', 'It was 3.5 percent, up from 4.1.| Version 2.0.1 shipped.| See example.com.'],
    ['the word I', 'So did I.| Nobody knew.'],
  ])('keep together %s', (_name, written) => expectSplit(written, 'en'));

  it.each([
    ['a question that is asked by somebody', '“Where is it?” she asked.| Nobody knew.'],
    ['a question asked by a name', '"Who paid?" Ada Quill asked.| "We did," said Hale.'],
    ['a shout', '“Stop!” he shouted, and ran.'],
    ['single quotes', "'Why?' she said.| 'Because.'"],
    ['a quote that is a sentence', 'He said: “It is over.”| Then he left.'],
    ['several sentences in one quote', '“I came.| I saw.| I left,” he said.'],
    ['quotes one after the other', '“It works.”| “Does it?”| “Yes.”'],
    ['a pronoun that begins anew', '“Really?”| He said nothing.'],
    ['names with an exclamation mark', 'Yahoo! announced a loss.| Nobody cared.'],
    ['brackets', '(It rained.)| We stayed (until 5 p.m.) and left.'],
    ['footnote marks', 'The vote was 5-4.[3]| Nobody objected.'],
  ])('end right with %s', (_name, written) => expectSplit(written, 'en'));

  it.each([
    ['inside', 'He paused… then went on.'],
    ['at the end', 'And so on...| Then he left…| Gone.'],
    ['before a question', 'Wait... what?!| Yes.'],
  ])('read an ellipsis %s', (_name, written) => expectSplit(written, 'en'));

  it('begin and end with their block: headings, list items, lines', () => {
    expect(
      sentencesOf('A heading\n\nDr. No came. It rained.\n1. One\n2. Two. Three.\n• Four\n\n***\n\nEnd'),
    ).toEqual(['A heading', 'Dr. No came.', 'It rained.', '1. One', '2. Two.', 'Three.', '• Four', 'End']);
  });

  it('are read by English rules where the language is not known', () => {
    expectSplit('Dr. Quill came.| She left.', null);
  });
});

describe('sentences in other languages', () => {
  it.each([
    ['de', 'Am 3. März stieg der Preis um 3,5 Prozent.| Dr. Weber sagte z. B. nichts.'],
    ['de', '„Warum?“, fragte sie.| „Darum.“| Er ging.| »Komm!« rief er.'],
    ['de', 'Die Nr. 5 der Fa. Meier kostet ca. 1.200 Euro bzw. mehr.| Sie liegt in der Hauptstr. 5.'],
    ['de', 'Der 2. Weltkrieg endete.| Prof. Dr. Klein war 3.| Die Welt atmete auf.'],
    ['fr', 'M. Dupont a dit : « Pourquoi ? » puis il est parti.| Mme Roy vit à Paris.'],
    ['fr', 'Le prix est de 3,5 % (voir p. 12).| « Il monte ! »| Personne ne le sait…| Dommage.'],
    ['es', '¿Por qué?| ¡Nadie lo sabe!| El Sr. López pagó 3.500 euros.| EE. UU. votó.'],
    ['ar', 'ارتفعت الأسعار في يناير.| هل هذا صحيح؟| نعم، قال الوزير: «هذا صحيح».| انتهى الأمر.'],
    ['ar', '«هل هذا صحيح؟» سأل الوزير.| لا أحد يعرف.'],
    ['he', 'המחיר עלה ב־3.5 אחוזים.| "למה?" שאלה.| ד"ר כהן לא ענה!'],
    ['zh', '价格上涨了3.5%。|“为什么？”她问。|他说：“没有人知道。”|会议结束了！'],
    ['ja', '価格は3.5％上がった。|「なぜですか？」と彼女は聞いた。|会議は終わった！'],
    ['ja', '彼は「行く。|戻る。」と言った。|そして去った。'],
    ['hi', 'दाम बढ़ गए।| किसी को पता नहीं।'],
  ])('follow the punctuation of %s: %s', (language, written) => expectSplit(written, language));
});

const wordsOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

const piece = fc.constantFrom(
  ...['Mr. X', 'ran', '3.5', '“Yes.”', 'Stop!', '\n', 'שלום.', '東京。', 'e.g.', '…', '?', 'a𝒳', '1.', '—'],
  ...['«Non ?»', '[2]', '(so.)', '。」', '👍', '.', '"', 'No.', '5', '\u00a0'],
);

describe('sentences of any text', () => {
  it('lie in order without overlap, and hold all that is no white space of each line with a word', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom(' ', ''),
        fc.constantFrom('en', 'de', 'ja', 'ar', null),
        (pieces, glue, language) => {
          const text = pieces.join(glue);
          let reach = 0;
          let outside = '';
          for (const { start, end } of splitSentences(text, language)) {
            const sentence = text.slice(start, end);
            expect(start).toBeGreaterThanOrEqual(reach);
            expect(sentence).toBe(sentence.trim());
            expect(sentence).toMatch(/[\p{L}\p{N}]/u);
            expect(sentence).not.toContain('\n');
            outside += text.slice(reach, start);
            reach = end;
          }
          outside += text.slice(reach);
          const withWords = text.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line));
          const without = text.split('\n').filter((line) => !/[\p{L}\p{N}]/u.test(line));
          expect(outside.replace(/\s/gu, '')).toBe(without.join('').replace(/\s/gu, ''));
          if (withWords.length > 0) expect(splitSentences(text, language)).not.toEqual([]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('never lie in two blocks, and leave no word of a block out', () => {
    fc.assert(
      fc.property(articleDoc, fc.constantFrom('en', 'he', 'zh'), (doc, language) => {
        const text = canonicalText(doc);
        const sentences = splitSentences(text, language);
        for (const { block, start, end } of placedBlocks(doc)) {
          const own = sentences.filter((sentence) => sentence.start < end && sentence.end > start);
          for (const sentence of own) expect(sentence.end).toBeLessThanOrEqual(end);
          const held = own.map((sentence) => text.slice(Math.max(start, sentence.start), sentence.end));
          expect(wordsOf(held.join(''))).toBe(wordsOf(blockText(block)));
        }
      }),
    );
  });

  it.each([
    ['stops', '.'],
    ['stops and brackets', '?)'],
    ['brackets behind a stop', ')', '?'],
    ['quotes', '"'],
    ['CJK stops', '。'],
    ['words without a stop', 'word '],
    ['initials', 'A. '],
  ])('are found in time in a line of a million %s', (_name, unit, first = '') => {
    const line = `${first}${unit.repeat(1_000_000 / unit.length)}x`;
    // Reading backwards at each sign would take longer than a test may.
    expect(sentencesOf(line).length).toBeGreaterThan(0);
  });
});
