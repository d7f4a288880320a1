import type { Font, Glyph } from 'fontkit';

/** The glyphs of words in a font with their places, from left to right, in units of the font. */
export function shapeWords(text: string, font: Font): ReturnType<Font['layout']> {
  return shape(asSet(text), font);
}

/** Words whose letters stand beside each other as they come. */
const simpleLetters = /^[\u0020-\u007e\u00a0-\u024f\u0370-\u04ff\u2010-\u2026]*$/u;
/** Features that such words do not need and that take most of the time: alternates in context, numerators, marks. */
const without = [
  ...['calt', 'ccmp', 'clig', 'rlig', 'rclt', 'locl', 'frac', 'numr', 'dnom'],
  ...['ltra', 'ltrm', 'rvrn', 'curs', 'mark', 'mkmk'],
];

function shape(text: string, font: Font) {
  if (simpleLetters.test(text)) return font.layout(text, withoutFeatures(without));
  if (sharedBodies.test(text)) return shapeApart(text, font);
  try {
    return font.layout(text);
  } catch {
    // It stumbles over signs of Khmer and Gurmukhi that have no anchor: they are set without being moved there.
    return font.layout(text, withoutFeatures(['abvm', 'blwm', 'mark', 'mkmk']));
  }
}

const sharedBodies = /\p{Script=Arabic}/u;

/** fontkit keeps with a glyph the letters that it stood for first, also where it stands for others: each is made anew. */
function shapeApart(text: string, font: Font) {
  // What its types leave out; the method of its own hides the one of its class for this call.
  const inside = font as unknown as { getGlyph?: Font['getGlyph']; readonly _glyphs: Record<number, Glyph> };
  const { getGlyph } = font;
  inside.getGlyph = (id, codePoints) => {
    delete inside._glyphs[id];
    return getGlyph.call(font, id, codePoints);
  };
  try {
    return font.layout(text);
  } finally {
    delete inside.getGlyph;
  }
}

/** fontkit takes a record of features as well as a list, which its types leave out; it writes into it. */
const withoutFeatures = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, false])) as unknown as [];

/**
 * The vowel am of Thai and Lao as fonts set it: its ring before the tone mark, its stroke behind it (fontkit's shaping
 * does not take it apart).
 */
const asSet = (text: string): string =>
  text
    .replaceAll(/([\u0e48-\u0e4b]?)\u0e33/g, '\u0e4d$1\u0e32')
    .replaceAll(/([\u0ec8-\u0ecb]?)\u0eb3/g, '\u0ecd$1\u0eb2');
