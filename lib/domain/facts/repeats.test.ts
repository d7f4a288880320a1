import { describe, expect, it } from 'vitest';
import { findLeftBehind } from '../compare/left-behind';
import { mostCompared, revisionsToCompare, withEarlier } from '../compare/left-behind-since';
import { splitSentences } from '../text/sentences';
import { findFacts } from './facts';
import { findRepeats, mostPlaces, mostRepeats, repeatsOf } from './repeats';

const read = (text: string, language = 'en') => ({
  text,
  facts: findFacts(text, splitSentences(text, language), language),
});
const repeatsIn = (text: string, language = 'en') =>
  findRepeats(read(text, language), language).map(({ kind, places }) => [
    kind,
    ...places.map(({ start, end }) => text.slice(start, end)),
  ]);

const story = `Dearer by 12 percent

In the port rents rose by twelve per cent, said Ada Quill of the housing office. “We did not expect this at all”, she said on 3 March 2026.

Quill had spoken of 12% in an interview on March 3, 2026. Ben Shaw doubts it. The two met 340 tenants.

Her words were: "We did not expect this at all." Then Shaw counted 340 tenants.`;

describe('What an article says again', () => {
  it('is found however it is written', () => {
    expect(repeatsIn(story)).toEqual([
      ['number', '12 percent', 'twelve per cent', '12%'],
      ['name', 'Ada Quill', 'Quill'],
      ['quotation', 'We did not expect this at all', 'We did not expect this at all.'],
      ['date', '3 March 2026', 'March 3, 2026'],
      ['name', 'Ben Shaw', 'Shaw'],
      ['number', '340', '340'],
    ]);
  });

  it.each([
    ['de', 'Es waren 1.200 Euro. Später 1200 Euro.', ['number', '1.200 Euro', '1200 Euro']],
    ['fr', 'Une hausse de 3,5 %. Oui, 3,5 pour cent.', ['number', '3,5 %', '3,5 pour cent']],
    ['ja', '価格は4万円になった。40000円だ。', ['number', '4万円', '40000円']],
  ])('is found in %s', (language, text, wanted) => {
    expect(repeatsIn(text, language)).toContainEqual(wanted);
  });

  it('tells people of one surname apart', () => {
    const text =
      'Then Ada Quill spoke. Then Quill left. Then Ben Quill came. Then Quill sat. Then Quill ate.';
    expect(repeatsIn(text)).toEqual([
      ['name', 'Ada Quill', 'Quill'],
      ['name', 'Ben Quill', 'Quill', 'Quill'],
    ]);
  });

  it('is told of a passage without the passage itself', () => {
    const repeats = findRepeats(read(story), 'en');
    const headline = { start: 0, end: 20 };
    const found = repeatsOf(repeats, headline);
    expect(found.map(({ places }) => places.map(({ start, end }) => story.slice(start, end)))).toEqual([
      ['twelve per cent', '12%'],
    ]);
  });

  it('has an end', () => {
    const text = Array.from({ length: 400 }, (_, n) => `It was ${n + 100} percent. `)
      .join('')
      .repeat(2);
    const repeats = findRepeats(read(text), 'en');
    expect(repeats).toHaveLength(mostRepeats);
    const often = 'It was 15 percent. '.repeat(200);
    const [one] = findRepeats(read(often), 'en');
    expect(one?.places).toHaveLength(mostPlaces);
    expect(one?.total).toBe(200);
  });
});

describe('What a new text leaves behind', () => {
  const leftBehind = (before: string, after: string) =>
    findLeftBehind(read(before), read(after), 'en').map((one) => [
      one.kind,
      one.before,
      one.after,
      ...one.still.map(({ start, end }) => after.slice(start, end)),
    ]);

  it('is the figure in the headline when a paragraph has another one now', () => {
    expect(leftBehind(story, story.replace('twelve per cent', '21 percent'))).toEqual([
      ['number', 'twelve per cent', '21 percent', '12 percent', '12%'],
    ]);
    expect(leftBehind(story, story.replace('12%', '21%'))).toEqual([
      ['number', '12%', '21%', '12 percent', 'twelve per cent'],
    ]);
  });

  it('is a name or a quotation that was corrected in one place', () => {
    expect(leftBehind(story, story.replace('Then Shaw', 'Then Shore'))).toEqual([
      ['name', 'Shaw', 'Shore', 'Ben Shaw'],
    ]);
    const said = story.replace('"We did not expect this at all."', '"We did not want this at all."');
    expect(leftBehind(story, said)).toContainEqual([
      'quotation',
      'We did not expect this at all.',
      'We did not want this at all.',
      'We did not expect this at all',
    ]);
  });

  it('is only what stood there before: the same figure that came since is another matter', () => {
    const once = 'Prices rose 12 percent. The mayor spoke at noon.';
    expect(
      leftBehind(once, 'Prices rose 21 percent. The mayor spoke at noon. Rents fell 12 percent.'),
    ).toEqual([]);
  });

  it('is looked for in all revisions, but not in those that the next only added to, nor in too many', () => {
    const line = (number: number, source: 'edited' | 'appended' | 'imported' = 'edited') => ({
      number,
      source,
    });
    expect(revisionsToCompare([line(4), line(3, 'appended'), line(2), line(1, 'imported')], 100)).toEqual([
      4, 3, 1,
    ]);
    const many = Array.from({ length: 300 }, (_, n) => line(300 - n));
    const chosen = revisionsToCompare(many, 100);
    expect(chosen).toHaveLength(mostCompared);
    expect([chosen[0], chosen.at(-1)]).toEqual([300, 1]);
    expect(revisionsToCompare(many, 1_000_000)).toEqual([300, 299, 1]);
    expect(revisionsToCompare(many, 9_000_000)).toEqual([300, 1]);
  });

  it('is told once, by the revision that did it', () => {
    const now = story.replace('twelve per cent', '21 percent');
    const found = findLeftBehind(read(story), read(now), 'en');
    const known = withEarlier([], found, 7);
    expect(known.map(({ since }) => since)).toEqual([7]);
    expect(withEarlier(known, found, 3)).toEqual(known);
  });

  it('is nothing when every place was changed, or none, or only the wording', () => {
    expect(leftBehind(story, story)).toEqual([]);
    expect(leftBehind(story, story.replaceAll('340', '350'))).toEqual([]);
    expect(leftBehind(story, story.replace('twelve per cent', '12 percent'))).toEqual([]);
    expect(leftBehind(story, story.replace('The two met 340 tenants.', ''))).toEqual([]);
  });
});
