import type { Font, Glyph, GlyphPosition } from 'fontkit';
import { hasRightToLeft } from '../text-direction';
import { shapeWords } from './shape-words';

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
  const { glyphs, positions, advanceWidth } = shapeWords(text, font.font);
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
