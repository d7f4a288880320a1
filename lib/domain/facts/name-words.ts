import { abbreviationsOf } from '../text/abbreviations';
import { splitSentences } from '../text/sentences';
import { findNames } from './find-names';

/** Where a passage stands: a capital at its beginning says nothing when a sentence begins there. */
export type NameSetting = { readonly language: string | null; readonly isInSentence: boolean };

/**
 * The words in a passage that are names or parts of them, in order and without a possessive: words with a capital that
 * no sentence begins with, and acronyms. In German, where all nouns have one, only names of several words. Scripts
 * without capitals have none.
 */
export function nameWordsIn(text: string, setting: NameSetting): readonly string[] {
  const { language, isInSentence } = setting;
  if (/^de(?:-|$)/i.test(language ?? '')) return germanNames(text, language);
  const { starters } = abbreviationsOf(language);
  let behind = isInSentence ? '' : '.';
  let reach = 0;
  const found: string[] = [];
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    behind += text.slice(reach, index);
    reach = index + word.length;
    const name = word.replace(possessive, '');
    const isFirst = behind.includes('\n') || beginsAnew.test(behind.slice(-reachBack));
    behind = '';
    const isPlain = isFirst && starters.has(name.toLowerCase());
    if (acronym.test(name) || (capital.test(name) && !isPlain && !neverName.test(name) && !isFirst))
      found.push(name);
    else if (isFirst && capital.test(name) && !isPlain && isFollowed(text, reach)) found.push(name);
  }
  return found;
}

function germanNames(text: string, language: string | null): readonly string[] {
  return findNames(text, splitSentences(text, language), language).flatMap(({ start, end }) =>
    text.slice(start, end).split(/[\s-]+/u),
  );
}

/** Two capitals at once are a name also where a sentence begins: "Ada Quill said". */
function isFollowed(text: string, at: number): boolean {
  return /^[ \u00a0]\p{Lu}/u.test(text.slice(at, at + 4));
}

const wordPattern = /(?:\p{Lu}\.){2,}|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[’'][\p{L}\p{M}\p{N}]+)*/gu;
const possessive = /[’']s$/u;
const capital = /^\p{Lu}|^\p{Ll}\p{Lu}/u;
const acronym = /^(?:\p{Lu}{2,}|(?:\p{Lu}\.){2,}|\p{Lu}[\p{Lu}\p{N}]+)$/u;
const beginsAnew = /[.!?…:“„"«「][\s\p{P}]*$/u;
/** How many characters before a word are looked at: a line of nothing but stops must not cost its length squared. */
const reachBack = 64;
const neverName =
  /^(?:I|I[’'](?:m|ve|ll|d)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Mr|Mrs|Ms|Mx|Dr)$/u;
