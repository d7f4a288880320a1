import { numberWordOf } from './number-words';
import { unitOf } from './units';

/** A number by what it says: "12 percent", "12%" and "twelve per cent" are the same. A range has several values. */
export type NumberValue = { readonly values: readonly number[]; readonly unit: string };

/**
 * What a passage that `findNumbers` found says: its values, times its scale, and its unit in one spelling (empty where
 * there is none). `language` (BCP 47) decides what a lone point or comma means: "1.200" is twelve hundred in German.
 * Absent where it cannot be read.
 */
export function numberValueOf(passage: string, language: string | null): NumberValue | undefined {
  const text = inPlainDigits(passage);
  const digits = [...text.matchAll(digitGroup)];
  if (digits.length > 0) {
    const last = digits.at(-1);
    const behind = text.slice((last?.index ?? 0) + (last?.[0].length ?? 0));
    const { scale, rest } = scaleOf(behind);
    const sign = /^\D*[-−]\d/u.test(text) ? -1 : 1;
    const values = digits.map(([group]) => sign * rounded(readDigits(group, language) * scale));
    const before = text.slice(0, digits[0]?.index ?? 0);
    return values.every(Number.isFinite) ? { values, unit: unitOf(before) || unitOf(rest) } : undefined;
  }
  return readWords(text);
}

/** The value and unit as one text that is equal for equal numbers. */
export function numberKey({ values, unit }: NumberValue): string {
  return `${values.join('–')} ${unit}`.trim();
}

const digitGroup = /\d+(?:[.,’'٫٬\u00a0\u202f:]\d+)*/gu;

/** The digits of all scripts as 0 to 9: each script has its ten in a row, from a character whose value is nought. */
function inPlainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.findLast((one) => one <= code);
    return zero !== undefined && code - zero < 10 ? `${code - zero}` : digit;
  });
}

const zeros = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
  0xf20, 0x1040, 0x17e0, 0x1810, 0xff10,
];

function readDigits(group: string, language: string | null): number {
  if (group.includes(':')) return Number(group.replace(':', '.').replaceAll(':', ''));
  const plain = group.replace(/[’'٬\u00a0\u202f]/gu, '').replace('٫', '.');
  const point = plain.lastIndexOf('.');
  const comma = plain.lastIndexOf(',');
  if (point !== -1 && comma !== -1)
    return point > comma ? decimal(plain, '.', ',') : decimal(plain, ',', '.');
  const mark = point !== -1 ? '.' : ',';
  const parts = plain.split(mark);
  if (parts.length === 1) return Number(plain);
  const isGrouped = parts.slice(1).every((part) => part.length === 3) && parts[0] !== '0';
  const isThousands = isGrouped && (parts.length > 2 || mark === (hasDecimalComma(language) ? '.' : ','));
  return isThousands ? Number(parts.join('')) : decimal(plain, mark, '');
}

const decimal = (text: string, mark: string, other: string): number =>
  Number((other === '' ? text : text.replaceAll(other, '')).replace(mark, '.'));

/** Languages that write 3,5 for three and a half (CLDR). */
function hasDecimalComma(language: string | null): boolean {
  return /^(?:de|fr|es|it|pt|nl|da|sv|nb|nn|no|fi|pl|cs|sk|ru|uk|tr|el|hu|ro|hr|sl|bg)(?:-|$)/i.test(
    language ?? '',
  );
}

/** The scale words right behind the digits, and what follows them. */
function scaleOf(text: string): { readonly scale: number; readonly rest: string } {
  let scale = 1;
  let rest = text.replace(/^(?:st|nd|rd|th)(?!\p{L})/u, '');
  for (;;) {
    const [whole, word] = /^[\s-]?(\p{Script=Han}|\p{L}+)\.?/u.exec(rest) ?? [];
    const found = whole === undefined || word === undefined ? undefined : numberWordOf(word);
    // "5 m" are metres and "5m" are millions
    const isMetre = word === 'm' && whole !== word;
    if (found?.kind !== 'scale' || isMetre || word === 'cents' || whole === undefined) return { scale, rest };
    scale *= found.value;
    rest = rest.slice(whole.length);
  }
}

/** "two hundred and three million", "one in five", "two thirds", "quatre-vingt-dix". */
function readWords(text: string): NumberValue | undefined {
  const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)];
  const spelled = words.findIndex(([word]) => numberWordOf(word) === undefined && word !== 'in');
  const end = spelled === -1 ? text.length : (words[spelled]?.index ?? text.length);
  const parts = text
    .slice(0, end)
    .split(/\sin\s/u)
    .map((part) => readSpelled([...part.matchAll(/[\p{L}\p{M}]+/gu)].map(([word]) => word)));
  const values = parts.flatMap((value) => (value === undefined ? [] : [value]));
  return values.length === 0 ? undefined : { values, unit: unitOf(text.slice(end)) };
}

function readSpelled(words: readonly string[]): number | undefined {
  let total = 0;
  let group = 0;
  let isNumber = false;
  for (const word of words) {
    const found = numberWordOf(word);
    if (found === undefined || found.kind === 'link') continue;
    isNumber = true;
    // quatre-vingt: four twenties
    if (found.kind === 'small')
      group = /^vingts?$/.test(word) && group === 4 ? 80 : (dozens(word, group) ?? group + found.value);
    else if (found.kind === 'fraction') group = (group === 0 ? 1 : group) * found.value;
    else if (found.value === 100) group = (group === 0 ? 1 : group) * 100;
    else {
      total += (group === 0 ? 1 : group) * found.value;
      group = 0;
    }
  }
  return isNumber ? rounded(total + group) : undefined;
}

/** "two dozen" are 24. */
function dozens(word: string, group: number): number | undefined {
  return group > 0 && /^(?:dozens?|dutzend|douzaine|docena)$/i.test(word) ? group * 12 : undefined;
}

const rounded = (value: number): number => Number(value.toPrecision(12));
