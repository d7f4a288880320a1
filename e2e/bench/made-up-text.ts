/** A source of numbers from 0 to 1 that gives the same ones for the same seed. */
export type Random = () => number;

/** A linear congruential generator with the constants of Numerical Recipes (3rd ed., 7.1.4). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const syllables =
  'ba den kor li mun ta ver so pel gra hin jo qua res tu wol fa nim sta bru cel do fer gal hu il kan lor me nas or pra ril sen tor ul ven wi yar zo'.split(
    ' ',
  );
const vocabularySize = 5_000;

/** A word of the vocabulary by its rank; the rarer, the longer. */
export function wordAt(rank: number): string {
  const at = (index: number): string => syllables[index % syllables.length] ?? '';
  const stem = at(rank) + at(rank * 7 + Math.floor(rank / syllables.length));
  return rank < 1_200 ? stem : stem + at(Math.floor(rank / 31));
}

/** Paragraphs of four sentences, parted by empty lines, with about that many words, some of them numbers. */
export function makeText(words: number, random: Random): string {
  const paragraphs: string[] = [];
  for (let written = 0; written < words; ) {
    const sentences = Array.from({ length: 4 }, () => makeSentence(random));
    written += sentences.reduce((sum, sentence) => sum + sentence.length, 0);
    paragraphs.push(sentences.map(spell).join(' '));
  }
  return paragraphs.join('\n\n');
}

/** 8 to 22 words; common words come up far more often than rare ones, as in real prose. */
function makeSentence(random: Random): string[] {
  const length = 8 + Math.floor(random() * 15);
  return Array.from({ length }, (_, index) => {
    // A sentence ends in a longer word: a short one could pass for an abbreviation.
    if (index === length - 1) return wordAt(1_200 + Math.floor(random() * (vocabularySize - 1_200)));
    return random() < 0.03
      ? `${1 + Math.floor(random() * 99)}`
      : wordAt(Math.floor(vocabularySize * random() ** 2.5));
  });
}

function spell(words: readonly string[]): string {
  const sentence = words.join(' ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
