import { describe, expect, it } from 'vitest';
import { readRevisionPairs } from '../testing/revision-pairs';
import { splitSentences } from '../text/sentences';
import { findContradictions, mostContradictions } from './contradictions';
import { findFacts } from './facts';

function contradictionsIn(text: string, language = 'en') {
  const sentences = splitSentences(text, language);
  const found = findContradictions(
    { text, facts: findFacts(text, sentences, language) },
    sentences,
    language,
  );
  const words = ({ start, end }: { readonly start: number; readonly end: number }) => text.slice(start, end);
  return found.map(({ one, other }) => [words(one), words(other)]);
}

const filler = Array.from(
  { length: 7 },
  (_, n) => `The council met again on day ${n + 20} of the talks.`,
).join('\n\n');

describe('Figures that may contradict each other', () => {
  it('are those of headline and paragraph 9 whose digits are swapped', () => {
    const text = `Rents in the port rise by 12 percent\n\n${filler}\n\nThe office says 21 percent.`;
    expect(contradictionsIn(text)).toEqual([['12 percent', '21 percent']]);
    expect(contradictionsIn(text.replace('21 percent', 'twelve per cent'))).toEqual([]);
    expect(contradictionsIn(text.replace('21 percent', '34 percent'))).toEqual([]);
  });

  it('are those of two sentences that say nearly the same', () => {
    const text = `Ten ships came.\n\nThe shipyard employs 340 welders in winter.\n\n${filler}\n\nIn winter the shipyard employs 360 welders.`;
    expect(contradictionsIn(text)).toEqual([['340', '360']]);
  });

  it('are none where a sentence names both, compares years, or other units are meant', () => {
    expect(
      contradictionsIn(
        'The port grew.\n\nRents rose from 12 percent to 21 percent. It was 12 percent of rents.',
      ),
    ).toEqual([]);
    expect(contradictionsIn('The harbour opened in 1968. The harbour closed in 1986.')).toEqual([]);
    expect(
      contradictionsIn('The crane lifts 12 tonnes of steel. The crane lifts 21 percent of steel.'),
    ).toEqual([]);
    expect(
      contradictionsIn('Cranes cost 12 million crowns. Bridges cost 21 million crowns elsewhere.'),
    ).toEqual([]);
  });

  it('are found in other languages', () => {
    const text = 'Mieten steigen um 12 Prozent\n\nDer Rat tagte.\n\nDas Amt nennt 21 Prozent.';
    expect(contradictionsIn(text, 'de')).toEqual([['12 Prozent', '21 Prozent']]);
  });

  it('have an end, and a long text does not take long', () => {
    const text = Array.from(
      { length: 3_000 },
      (_, n) => `Worker${n % 900} of yard${n % 700} earned ${n + 13} percent of wages.`,
    ).join(' ');
    const began = process.cpuUsage();
    expect(contradictionsIn(text).length).toBeLessThanOrEqual(mostContradictions);
    // Processor time: the machine may have other work.
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(5_000);
  });

  const posts = new Map((readRevisionPairs() ?? []).map((pair) => [pair.post, pair.new]));
  it.runIf(posts.size > 0)('are few in real posts, so that a hint is worth a look', () => {
    const counts = [...posts.values()].slice(0, 40).map((text) => contradictionsIn(text).length);
    const having = counts.filter((count) => count > 0).length;
    console.log(
      `    ${counts.length} posts: ${counts.reduce((sum, count) => sum + count, 0)} hints in ${having} of them`,
    );
    expect(having / counts.length).toBeLessThan(0.2);
  });
});
