import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { plainFont } from './plain-font';
import { scriptFonts } from './script-fonts';
import type { EmbeddedFont } from './set-words';

/** A cut of a family as a report asks for it. */
export type Face = {
  readonly family: 'serif' | 'sans';
  readonly isBold: boolean;
  readonly isItalic: boolean;
};

/** A stretch of words that one font has all the characters of. */
export type FontRun = { readonly font: string; readonly text: string };

/** Opens a font under a name, from the bytes of its file. */
type OpenFont<Opened> = (name: string, bytes: Buffer) => Opened;

export type Faces<Opened = EmbeddedFont> = {
  /** The font of a name that `runsOf` gave. */
  readonly embedded: (font: string) => Opened;
  /** The words as runs of fonts that have their characters. What no font has stands as its code: `[U+1F600]`. */
  readonly runsOf: (words: string, face: Face) => readonly FontRun[];
};

const families = { serif: 'source-serif-4', sans: 'inter' } as const;
const subsets = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'];

/** Characters that lead a script's letters along and draw nothing themselves: they need no glyph. */
const invisible = /\p{Default_Ignorable_Code_Point}/u;
/** What the Latin part of every family has, so that most words need no look-up. */
const plain = /^[\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018-\u201e\u2026]*$/u;

/**
 * The fonts of a document: each is opened when a character first needs it. The text's own families come in parts by
 * script; what no part has is looked for in the Noto font of its script (`script-fonts`).
 */
export function openFaces<Opened extends Pick<EmbeddedFont, 'font'>>(
  openFont: OpenFont<Opened>,
): Faces<Opened> {
  const opened = new Map<string, Opened | null>();
  const found = new Map<string, string | null>();
  const runs = new Map<string, readonly FontRun[]>();

  function open(file: string): Opened | null {
    const known = opened.get(file);
    if (known !== undefined) return known;
    const place = fontFile(file);
    const font = place === undefined ? null : openFont(file, plainFont(readFileSync(place)));
    opened.set(file, font);
    return font;
  }

  const has = (file: string, character: string): boolean =>
    open(file)?.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ?? false;

  function fontOf(character: string, face: Face): string | null {
    const key = `${nameOf(face)} ${character}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const file = candidates(face, character).find((name) => has(name, character));
    found.set(key, file ?? null);
    return file ?? null;
  }

  function split(words: string, face: Face, latin: string): readonly FontRun[] {
    const parts: { font: string; text: string }[] = [];
    for (const character of words.toWellFormed()) {
      const last = parts[parts.length - 1];
      const isMark = /\p{M}/u.test(character);
      if (invisible.test(character)) {
        // A joiner between letters shapes them: it stays where the font of the letters knows it.
        if (last !== undefined && character === '\u200d' && has(last.font, character)) last.text += character;
        continue;
      }
      // The space of a font of pictures is as wide as a picture.
      const isSpace = character === ' ' && last?.font.includes('emoji') === false;
      const stays = last !== undefined && (isMark || isSpace) && has(last.font, character);
      const font = stays ? last.font : fontOf(character, face);
      const text = font === null ? codeOf(character) : character;
      const name = font ?? latin;
      if (last?.font === name) last.text += text;
      else parts.push({ font: name, text });
    }
    return parts;
  }

  return {
    embedded(font) {
      const found = open(font);
      if (found === null) throw new Error(`There is no font ${font}.`);
      return found;
    },
    runsOf(words, face) {
      const latin = fileOf(families[face.family], 'latin', face);
      if (plain.test(words) && open(latin) !== null) return [{ font: latin, text: words }];
      const key = `${nameOf(face)} ${words}`;
      const known = runs.get(key);
      if (known !== undefined) return known;
      const made = split(words, face, latin);
      // Words come again and again, whole passages do not.
      if (words.length < 40) runs.set(key, made);
      return made;
    },
  };
}

const nameOf = ({ family, isBold, isItalic }: Face): string =>
  `${family}${isBold ? ' bold' : ''}${isItalic ? ' italic' : ''}`;

/** The files that may have a character, best first. */
function candidates(face: Face, character: string): readonly string[] {
  const own = subsets.map((subset) => fileOf(families[face.family], subset, face));
  const other = [...subsets, 'devanagari'].map((subset) =>
    fileOf('noto-sans', subset, { ...face, isItalic: false }),
  );
  const ofScript = scriptFonts(character, face.isBold);
  return ofScript.isLetter ? [...ofScript.files, ...own, ...other] : [...own, ...other, ...ofScript.files];
}

function fileOf(family: string, subset: string, { isBold, isItalic }: Face): string {
  const weight = isBold ? 600 : 400;
  return `@fontsource/${family}/files/${family}-${subset}-${weight}-${isItalic ? 'italic' : 'normal'}.woff`;
}

/** Where a font lies; undefined where the family has no such part. */
function fontFile(file: string): string | undefined {
  const place = path.join(process.cwd(), 'node_modules', file);
  return existsSync(place) ? place : undefined;
}

const codeOf = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
