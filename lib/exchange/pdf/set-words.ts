import type { Font, Glyph, GlyphPosition } from 'fontkit';
import { hasRightToLeft } from '../text-direction';

/** A font as pdfkit keeps it, with what its types leave out. */
export type EmbeddedFont = {
  readonly id: string;
  readonly ref: () => unknown;
  readonly font: Font;
  readonly scale: number;
  /** The glyphs that will be in the file; a number in a text is a place in this list. */
  readonly subset: { readonly glyphs: number[]; readonly includeGlyph: (id: number) => number };
  readonly unicode: (readonly number[])[];
  readonly widths: number[];
};

/** Words as a font sets them. */
export type SetWords = {
  /** In points, for each point of size. */
  readonly width: number;
  /** The text-showing operators (PDF 1.7, section 9.4.3). */
  readonly show: (size: number) => string;
};

/** Sets words with a font: shaped once, and kept where they are short enough to come again. */
export type SetWith = (text: string, font: EmbeddedFont) => SetWords;

/** Longer texts are passages, which do not come again. */
const longestKept = 40;

/** Opens what sets words: pdfkit's own way keeps every glyph of every word as objects, and shapes anew to measure. */
export function openSetting(): SetWith {
  const known = new Map<EmbeddedFont, { words: Map<string, SetWords>; places: Map<string, number> }>();
  const set: SetWith = (text, font) => {
    const bare = text.trimEnd();
    if (bare !== text && bare !== '') {
      const [word, space] = [set(bare, font), set(text.slice(bare.length), font)];
      return hasRightToLeft(bare) ? beforeSpace(word, space) : beside(word, space);
    }
    const ofFont = known.get(font) ?? {
      words: new Map<string, SetWords>(),
      places: new Map<string, number>(),
    };
    known.set(font, ofFont);
    const found = ofFont.words.get(text);
    if (found !== undefined) return found;
    const made = setWords(text, font, ofFont.places);
    if (text.length < longestKept) ofFont.words.set(text, made);
    return made;
  };
  return set;
}

const beside = (left: SetWords, right: SetWords): SetWords => ({
  width: left.width + right.width,
  show: (size) => `${left.show(size)} ${right.show(size)}`,
});

/** A word from right to left and its space, which stands left of it and is read after it. */
const beforeSpace = (word: SetWords, space: SetWords): SetWords => {
  const [gap, back] = [space.width, word.width + space.width].map((width) => rounded(1000 * width));
  return {
    width: word.width + space.width,
    show: (size) => `[-${gap}] TJ ${word.show(size)} [${back}] TJ ${space.show(size)}`,
  };
};

function setWords(text: string, font: EmbeddedFont, places: Map<string, number>): SetWords {
  const { glyphs, positions, advanceWidth } = shape(asSet(text), font.font);
  const signs = glyphs.map((glyph, index) => signOf(glyph, positions[index], font, places));
  const isPlain = signs.every(({ right, up }) => right === 0 && up === 0);
  const plain = isPlain ? `[${plainArray(signs)}] TJ` : '';
  return {
    width: (advanceWidth * font.scale) / 1000,
    show: isPlain ? () => plain : (size) => placedSigns(signs, size),
  };
}

/** A glyph at its place, in thousandths of the size. */
type Sign = {
  readonly code: string;
  readonly right: number;
  readonly up: number;
  /** How much further the next one stands than the glyph is wide. */
  readonly further: number;
};

function signOf(
  glyph: Glyph,
  position: GlyphPosition | undefined,
  font: EmbeddedFont,
  places: Map<string, number>,
): Sign {
  const { scale } = font;
  const place = placeOf(glyph, font, places);
  const further = ((position?.xAdvance ?? glyph.advanceWidth) - glyph.advanceWidth) * scale;
  return {
    code: place.toString(16).padStart(4, '0'),
    right: rounded((position?.xOffset ?? 0) * scale),
    up: rounded((position?.yOffset ?? 0) * scale),
    further: rounded(further),
  };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/**
 * The place of a glyph in the file. One that stands for other letters here than elsewhere gets another place, so that
 * each can be read back: letters of Arabic share their bodies.
 */
function placeOf({ id, codePoints, advanceWidth }: Glyph, font: EmbeddedFont, places: Map<string, number>) {
  const key = `${id} ${codePoints.join(' ')}`;
  const known = places.get(key);
  if (known !== undefined) return known;
  const { subset, unicode, widths, scale } = font;
  const first = subset.includeGlyph(id);
  const place = unicode[first] === undefined ? first : subset.glyphs.push(id) - 1;
  widths[place] = advanceWidth * scale;
  // A dot that belongs to the letter before it says nothing: readers leave out NUL.
  unicode[place] = codePoints.length === 0 ? [0] : codePoints;
  places.set(key, place);
  return place;
}

function plainArray(signs: readonly Sign[]): string {
  let array = '';
  let run = '';
  for (const { code, further } of signs) {
    run += code;
    if (further === 0) continue;
    array += `<${run}>${-further}`;
    run = '';
  }
  return run === '' ? array : `${array}<${run}>`;
}

function placedSigns(signs: readonly Sign[], size: number): string {
  return signs
    .map(({ code, right, up, further }) => {
      const back = right - further;
      const sign = `[${right === 0 ? '' : -right}<${code}>${back === 0 ? '' : rounded(back)}] TJ`;
      return up === 0 ? sign : `${rounded((up * size) / 1000)} Ts ${sign} 0 Ts`;
    })
    .join(' ');
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
