/** Scripts whose letters stand in a Noto Sans of their own, by the name of its package. */
const ownPackages: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hebrew}/u, 'hebrew'],
  [/\p{Script=Arabic}/u, 'arabic'],
  [/\p{Script=Thai}/u, 'thai'],
  [/\p{Script=Bengali}/u, 'bengali'],
  [/\p{Script=Tamil}/u, 'tamil'],
  [/\p{Script=Telugu}/u, 'telugu'],
  [/\p{Script=Gujarati}/u, 'gujarati'],
  [/\p{Script=Kannada}/u, 'kannada'],
  [/\p{Script=Malayalam}/u, 'malayalam'],
  [/\p{Script=Gurmukhi}/u, 'gurmukhi'],
  [/\p{Script=Sinhala}/u, 'sinhala'],
  [/\p{Script=Khmer}/u, 'khmer'],
  [/\p{Script=Lao}/u, 'lao'],
  [/\p{Script=Myanmar}/u, 'myanmar'],
  [/\p{Script=Ethiopic}/u, 'ethiopic'],
  [/\p{Script=Georgian}/u, 'georgian'],
  [/\p{Script=Armenian}/u, 'armenian'],
];
const hangul = /\p{Script=Hangul}/u;
const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;
/** Letters that the text's own families have. */
const ownLetters = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** Font files below `node_modules`, best first. */
export type ScriptFonts = {
  readonly files: readonly string[];
  /** The character belongs to this script and to no other: these files come before the text's own. */
  readonly isLetter: boolean;
};

/** The fonts that may have a character which the text's own families have not. */
export function scriptFonts(character: string, isBold: boolean): ScriptFonts {
  const weight = isBold ? 600 : 400;
  const name = ownPackages.find(([script]) => script.test(character))?.[1];
  if (name !== undefined) {
    const family = `noto-sans-${name}`;
    return { files: [`@fontsource/${family}/files/${family}-${name}-${weight}-normal.woff`], isLetter: true };
  }
  const cut = isBold ? 'Bold' : 'Regular';
  const chinese = `@embedpdf/fonts-sc/fonts/NotoSansHans-${cut}.otf`;
  const korean = `@embedpdf/fonts-kr/fonts/NotoSansKR-${cut}.otf`;
  if (hangul.test(character)) return { files: [korean], isLetter: true };
  if (eastAsian.test(character)) return { files: [chinese, korean], isLetter: true };
  if (ownLetters.test(character)) return { files: [mathematical], isLetter: false };
  return { files: [mathematical, emoji, chinese], isLetter: false };
}

const mathematical = '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff';
const emoji = '@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff';
