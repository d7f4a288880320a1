import { describe, expect, it } from 'vitest';
import { initialsOf, personColour } from './person';

describe('initialsOf', () => {
  it.each([
    ['Mara Keller', 'MK'],
    ['Ana María de la Cruz', 'AC'],
    ['Cher', 'C'],
    ['  lena   ostrom ', 'LO'],
    ['(Desk) “Tess” Suh', 'TS'],
    ['Ines Calder (sample)', 'IC'],
    ['Ines (of the night desk) Calder', 'IC'],
    ['王小明（国际部）', '王'],
    ['(Desk)', 'D'],
    ['Mara (Keller', 'MK'],
    ['张伟', '张'],
    ['e\u0301mile zola', 'ÉZ'],
    ['desk@example.org', 'D'],
    ['—', '?'],
    ['', '?'],
  ])('gives %j the letters %j', (name, letters) => {
    expect(initialsOf(name)).toBe(letters);
  });
});

describe('personColour', () => {
  it('gives one id one colour, within the eight', () => {
    for (let index = 0; index < 500; index += 1) {
      const colour = personColour(`user-${index}`);
      expect(colour).toBe(personColour(`user-${index}`));
      expect([0, 1, 2, 3, 4, 5, 6, 7]).toContain(colour);
    }
  });

  it('uses every colour about equally often', () => {
    const counts = new Array<number>(8).fill(0);
    for (let index = 0; index < 8_000; index += 1) {
      const colour = personColour(`user-${index}`);
      counts[colour] = (counts[colour] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(700);
    expect(Math.max(...counts)).toBeLessThan(1_300);
  });
});
