import 'server-only';
import { passwordBesideFactorSchema, passwordSchema } from '@/lib/domain/team';
import { commonWords } from './common-words';

/**
 * Why a password must not be used, as a sentence; undefined when it may. `about` holds what it must not be made of;
 * beside a second factor 8 characters are enough, else 15. Length as ASVS 5.0 (6.2) asks, and no
 * password that a guesser tries first: common words strung together, repetitions, runs of keys, one's own name.
 */
export function objectionToPassword(
  password: string,
  about: readonly string[] = [],
  { besideFactor = false }: { readonly besideFactor?: boolean } = {},
): string | undefined {
  const length = (besideFactor ? passwordBesideFactorSchema : passwordSchema).safeParse(password);
  if (!length.success) return length.error.issues[0]?.message;
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < 6) return 'This password repeats too few characters. Choose a more varied one.';
  if (isRepetition(plain)) return 'This password repeats itself. Choose a more varied one.';
  if (about.some((words) => holdsName(plain, words))) {
    return 'This password contains your name or e-mail address. Choose one that says nothing about you.';
  }
  if (isEasilyGuessed(plain)) {
    return 'This password is easy to guess: it is made of common words or runs of keys. Four or five random words are better.';
  }
  return undefined;
}

/** A short piece over and over: at most seven characters, with a part of it at the end. */
function isRepetition(plain: string): boolean {
  return [1, 2, 3, 4, 5, 6, 7].some(
    (size) => plain === plain.slice(0, size).repeat(plain.length).slice(0, plain.length),
  );
}

function holdsName(plain: string, words: string): boolean {
  const names =
    words
      .normalize('NFKC')
      .toLowerCase()
      .split('@', 1)[0]
      ?.split(/[^\p{L}\p{N}]+/u) ?? [];
  const rest = names
    .filter((name) => name.length >= 4)
    .reduce((text, name) => text.replaceAll(name, ''), plain);
  // A name among enough other characters gives nothing away.
  return rest.length < plain.length && rest.length < 12;
}

/** Whether one or two common words and what guessers hang on to them (runs of keys, years, filling) are all of it. */
function isEasilyGuessed(plain: string): boolean {
  const letters = [...plain].map((character) => lookalikes[character] ?? character).join('');
  return [plain, letters].some((text) => {
    const found = new Set<string>();
    const rest = longestFirst.reduce((left, word) => {
      if (!left.includes(word)) return left;
      found.add(word);
      return left.replaceAll(word, ' ');
    }, text);
    return found.size <= 2 && unguessable(rest).length < 5;
  });
}

function unguessable(text: string): string {
  const withoutRuns = text.replace(/[\p{L}\p{N}]{3,}/gu, removeRuns);
  return withoutRuns
    .replace(/(19|20)\d\d/g, '')
    .replace(/(.)\1{2,}/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Takes out every stretch of three or more keys that follow each other on a keyboard, in the alphabet or in counting. */
function removeRuns(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length; ) {
    const length = runLength(text, at);
    if (length < 3) rest += text[at];
    at += length < 3 ? 1 : length;
  }
  return rest;
}

function runLength(text: string, from: number): number {
  let length = 1;
  while (from + length < text.length && rows.some((row) => row.includes(text.slice(from, from + length + 1))))
    length += 1;
  return length;
}

const forwards = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  '1234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
  '1qaz2wsx3edc4rfv',
  '1q2w3e4r5t6y7u8i9o0p',
];
const rows = forwards.flatMap((row) => [row, [...row].reverse().join('')]);
const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const longestFirst = [...commonWords].sort((a, b) => b.length - a.length);
