import { expect, it } from 'vitest';
import { hasOnlyPlainLetters } from './plain-letters';

it.each([
  'Words, “quotes” – and 40 %.\n\n\tA list',
  'Ελληνικά, кириллица, 日本語, ไทย, हिन्दी',
  'a tree 🌳 alone',
])('takes %j for plain', (text) => {
  expect(hasOnlyPlainLetters(text)).toBe(true);
});

it.each([
  ['a zero width space', 'a\u200bb'],
  ['a soft hyphen', 'a\u00adb'],
  ['an override of direction', 'a\u202eb'],
  ['a control character', 'a\u0007b'],
  ['a byte order mark', '\ufeffab'],
  ['a tag character', 'a\u{e0041}b'],
  ['Arabic', 'the word سلام'],
  ['Hebrew', 'the word שלום'],
  ['Adlam', 'the word \u{1e900}'],
])('notices %s', (_, text) => {
  expect(hasOnlyPlainLetters(text)).toBe(false);
});
