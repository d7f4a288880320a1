import { describe, expect, it } from 'vitest';
import { driftOf } from './drift-of';

const drifts = (before: string, after: string, language: string | null = 'en') =>
  driftOf(before, after, { language, isInSentence: true, isInQuotation: false });

describe('The label of what changed in a passage', () => {
  it.each([
    ['it rose 12 percent', 'it rose 21 percent', ['number']],
    ['it rose twelve percent', 'it rose 12%', ['reworded']],
    ['about 1,200 people came', 'about 1200 people came', ['reworded']],
    ['it cost $5 million', 'it cost $5 billion', ['number']],
    ['it cost 5 million dollars', 'it cost $5 million', ['reworded']],
    ['it cost $5 million', 'it cost €5 million', ['unit']],
    ['12 miles away', '12 kilometres away', ['unit']],
    ['rose 3 percent', 'rose 3 percentage points', ['unit']],
    ['between 5 and 7', 'between 7 and 5', ['number']],
    ['half of them', 'a third of them', ['number']],
    ['he was guilty', 'he was not guilty', ['negation']],
    ['they did agree', 'they didn’t agree', ['negation']],
    ['they cannot agree', 'they can not agree', ['reworded']],
    ['they isn’t', 'they is not', ['reworded']],
    ['nobody came', 'everybody came', ['negation']],
    ['on 3 March 2026', 'on March 3, 2026', ['reworded']],
    ['on 3 March 2026', 'on 4 March 2026', ['date']],
    ['on Tuesday night', 'on Wednesday night', ['date']],
    ['said Ada Quill', 'said Ada Quinn', ['name']],
    ['said the Mayor', 'said the mayor', ['reworded']],
    ['Ben paid Ada', 'Ada paid Ben', ['name']],
    ['of NATO', 'of the EU', ['name']],
    ['said “we lost it”', 'said “we won it”', ['quotation']],
    ['said we lost it', 'said “we lost it”', ['quotation']],
    ['said “we lost it”', 'said "We lost it"', ['reworded']],
    ['one thing, and another', 'one thing.\n\nAnd another', ['split']],
    ['one thing.\n\nAnd another', 'one thing, and another', ['merged']],
    ['a quick walk', 'a brisk walk', ['reworded']],
    [
      'on 3 March Ada did not pay 5 euros',
      'on 4 March Ben did pay 6 dollars',
      ['negation', 'number', 'unit', 'date', 'name'],
    ],
  ])('from “%s” to “%s” is %j', (before, after, wanted) => {
    expect(drifts(before, after)).toEqual(wanted);
  });

  it.each([
    ['de', 'Er ist schuldig', 'Er ist nicht schuldig', ['negation']],
    ['de', 'rund 1.200 Euro', 'rund 1200 Euro', ['reworded']],
    ['de', '3,5 Prozent mehr', '5,3 Prozent mehr', ['number']],
    ['de', 'zwölf Prozent', '12 Prozent', ['reworded']],
    ['fr', 'il vient', 'il ne vient pas', ['negation']],
    ['fr', '3,5 % de plus', '3,5 pour cent de plus', ['reworded']],
    ['es', 'es culpable', 'no es culpable', ['negation']],
    ['ja', '価格は上がった', '価格は上がらなかった', ['negation']],
    ['ja', '4万円になった', '40000円になった', ['reworded']],
    ['zh', '他有罪', '他没有罪', ['negation']],
    ['ar', 'هو مذنب', 'هو ليس مذنب', ['negation']],
    ['ar', 'نحو ٢٥ مليون', 'نحو 25 مليون', ['reworded']],
    ['ru', 'он виновен', 'он не виновен', ['negation']],
    [null, 'er kommt', 'er kommt nicht', ['negation']],
  ])('is found in %s', (language, before, after, wanted) => {
    expect(drifts(before, after, language)).toEqual(wanted);
  });

  it('calls a change inside a quotation one, although the marks lie outside', () => {
    const setting = { language: 'en', isInSentence: true, isInQuotation: true };
    expect(driftOf('we lost it', 'we won it', setting)).toEqual(['quotation']);
    expect(driftOf('we lost it', 'We lost it,', setting)).toEqual(['reworded']);
  });

  it('takes a capital at the beginning of a sentence for no name', () => {
    const setting = { language: 'en', isInSentence: false, isInQuotation: false };
    expect(driftOf('Profits rose', 'Earnings rose', setting)).toEqual(['reworded']);
    expect(driftOf('Ada Quill rose', 'Eva Quill rose', setting)).toEqual(['name']);
  });

  it('is found also in a line of nothing but stops, in less than the square of its length', () => {
    const line = `The port ${'.'.repeat(300_000)}€ grew`;
    // looked at from each stop to the last, it would take minutes
    expect(driftOf(`${line}.`, `${line} again.`)).toEqual(['reworded']);
  });

  it('says unchanged for the same words', () => {
    expect(driftOf('5 men', '5 men')).toEqual(['unchanged']);
  });
});
