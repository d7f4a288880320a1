import { describe, expect, it } from 'vitest';
import { findQuote, stands } from './find-quote';
import { processorMs } from './testing/processor-time';

const text =
  'Menu\n\nThe council approved 190 million – without land purchase – on Tuesday.  “It’s not enough,” said\nMara Lind, who had called the plan “a gamble with the harbour” in 2021. Tonnage fell by 3.1 percent.\n\nAll rights reserved.';

describe('findQuote', () => {
  it.each([
    ['word for word', 'The council approved 190 million', 'exact'],
    ['with other dashes, quotes and spaces', '"It\'s  not enough," said Mara Lind', 'exact'],
    ['in quotation marks of its own', '“approved 190 million - without land purchase - on Tuesday”', 'exact'],
    ['with words left out', 'The council approved 190 million … on Tuesday', 'elided'],
    ['with words left out in brackets', 'The council approved [...] on Tuesday. […] Tonnage fell', 'elided'],
    ['with another number', 'The council approved 290 million without land purchase on Tuesday', 'altered'],
    ['with a word more', 'who had never called the plan a gamble with the harbour', 'altered'],
    ['nowhere', 'The minister resigned over the scandal on Friday morning', 'missing'],
    ['too short to be sure', 'fell by 9.1', 'missing'],
    ['empty', ' “” ', 'missing'],
  ])('finds a quote %s', (_name, quote, kind) => {
    const match = findQuote(text, quote);
    expect(match.kind).toBe(kind);
    expect(stands(match)).toBe(kind === 'exact' || kind === 'elided');
    if (match.kind !== 'missing') expect(text.slice(match.start, match.end)).toBe(match.words);
  });

  it('gives the words that stand there instead', () => {
    const match = findQuote(text, 'The council approved 290 million without land purchase on Tuesday');
    expect(match).toMatchObject({
      words: 'The council approved 190 million – without land purchase – on Tuesday',
    });
  });

  it('finds a long quote in a long text quickly', () => {
    const long = Array.from({ length: 60_000 }, (_, n) => `word${n % 997}x${n % 31}`).join(' ');
    const words = long.split(' ').slice(40_000, 40_600);
    words[300] = 'changed';
    const began = processorMs();
    expect(findQuote(long, words.join(' ')).kind).toBe('altered');
    expect(processorMs() - began).toBeLessThan(5_000);
  });
});
