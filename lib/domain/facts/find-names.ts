import type { Passage } from '../article';
import { abbreviationsOf } from '../text/abbreviations';

/**
 * Names in order: runs of capitalised words with their small links ("Bank of England", "Ursula von der Leyen") and
 * acronyms. Where a capital says nothing, at the beginning of a sentence or quotation and in headlines, a word counts
 * when the text shows it to be a name elsewhere, or begins sentences with it twice and never writes it small. German,
 * which capitalises every noun, counts only runs of two and more, and acronyms. Scripts without capitals have none.
 */
export function findNames(
  text: string,
  sentences: readonly Passage[],
  language: string | null,
): readonly Passage[] {
  const { starters } = abbreviationsOf(language);
  const isGerman = /^de(-|$)/i.test(language ?? '');
  const lines = sentences.map((sentence) => wordsIn(text, sentence));
  const known = knownNames(text, lines, starters, isGerman);
  return lines.flatMap((words) => {
    const isHeadline = isTitleCase(text, words);
    return runsOf(text, words, starters)
      .map((run) => withoutUnproven(run, isHeadline, known))
      .filter((run) => run.length > 0 && isName(run, isGerman))
      .map((run) => ({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 }));
  });
}

type Word = Passage & {
  readonly word: string;
  readonly isCapital: boolean;
  /** First of its sentence or of a quotation, or behind a colon. */
  readonly isFirst: boolean;
};

function wordsIn(text: string, sentence: Passage): readonly Word[] {
  const said = text.slice(sentence.start, sentence.end);
  let before = 0;
  return Array.from(said.matchAll(wordPattern), ({ 0: whole, index }) => {
    const between = said.slice(before, index);
    const isFirst = before === 0 || beginsAnew.test(between);
    before = index + whole.length;
    const word = whole.replace(possessive, '');
    const start = sentence.start + index;
    return {
      word,
      start,
      end: start + word.length,
      isFirst,
      isCapital: capital.test(word) && !neverName.test(word),
    };
  });
}

/** Words that a text shows to be names: capitalised inside a sentence, or first in two and never written small. */
function knownNames(
  text: string,
  lines: readonly (readonly Word[])[],
  starters: ReadonlySet<string>,
  isGerman: boolean,
): ReadonlySet<string> {
  const known = new Set<string>();
  const small = new Set<string>();
  const first = new Map<string, number>();
  for (const words of lines) {
    const isHeadline = isTitleCase(text, words);
    for (const { word, isCapital, isFirst } of words) {
      if (!isCapital) small.add(word.toLowerCase());
      else if (isFirst) first.set(word, (first.get(word) ?? 0) + 1);
      else if (!isHeadline && !starters.has(word.toLowerCase())) known.add(word);
    }
  }
  if (isGerman) return known;
  for (const [word, times] of first) {
    const plain = word.toLowerCase();
    if (times >= 2 && word.length > 2 && !small.has(plain) && !starters.has(plain)) known.add(word);
  }
  return known;
}

/** Four words and more without a full stop, all longer ones capitalised: a headline, whose capitals say nothing. */
function isTitleCase(text: string, words: readonly Word[]): boolean {
  const last = words.at(-1);
  if (last === undefined || words.length < 4 || stop.test(text[last.end] ?? '')) return false;
  return (
    words.every(({ word, isCapital }) => isCapital || word.length <= 3) &&
    !words.every(({ isCapital }) => !isCapital)
  );
}

/** Capitalised words that only blanks, or small links between two of them, keep apart. */
function runsOf(
  text: string,
  words: readonly Word[],
  starters: ReadonlySet<string>,
): readonly (readonly Word[])[] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  let links: Word[] = [];
  const end = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
    links = [];
  };
  for (const word of words) {
    const before = links.at(-1) ?? run.at(-1);
    const isNext = before !== undefined && onlyBlank.test(text.slice(before.end, word.start));
    if (!isNext) end();
    const isStarter = word.isFirst && starters.has(word.word.toLowerCase());
    if (word.isCapital && !isStarter) {
      run.push(...links, word);
      links = [];
    } else if (run.length > 0 && link.test([...links, word].map((one) => one.word).join(' ')))
      links.push(word);
    else end();
  }
  end();
  return runs;
}

/** A run without a first word that nothing shows to be a name; in a headline only what is known elsewhere stays. */
function withoutUnproven(
  run: readonly Word[],
  isHeadline: boolean,
  known: ReadonlySet<string>,
): readonly Word[] {
  const isProven = (word: Word): boolean => known.has(word.word) || acronym.test(word.word);
  if (isHeadline) return run.some(isProven) ? run.filter(isProven) : [];
  const [first, second] = run;
  if (first === undefined || !first.isFirst || isProven(first)) return run;
  // "Ada Quill said": two capitals at once are a name. "Members of NATO": only the second is.
  if (second?.isCapital) return run;
  const next = run.findIndex(({ isCapital }, index) => index > 0 && isCapital);
  return next === -1 ? [] : run.slice(next);
}

function isName(run: readonly Word[], isGerman: boolean): boolean {
  return !isGerman || run.length > 1 || acronym.test(run[0]?.word ?? '');
}

const wordPattern =
  /(?:\p{Lu}\.){2,}|(?:\p{Lu}\.(?=\s\p{Lu}))|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[’'-][\p{L}\p{M}\p{N}]+)*/gu;
const possessive = /[’']s$/u;
const capital = /^\p{Lu}|^\p{Ll}\p{Lu}/u;
const acronym = /^(?:\p{Lu}{2,}|(?:\p{Lu}\.){2,}|\p{Lu}[\p{Lu}\p{N}-]+)$/u;
const beginsAnew = /[:“„"«「]|^[\s\p{P}]*\n/u;
const stop = /[.!?…]/u;
const onlyBlank = /^[ \u00a0]?$/u;
const link =
  /^(?:of(?: the)?|van(?: de[rn]?)?|von(?: de[rn]| zu)?|de(?: la| los| las)?|del|della|di|da|do|dos|du|des|bin|ibn|ter|zur|y)$/u;
/** Capitalised by rule in English. May, June, April and August are given names too. */
const neverName =
  /^(?:I|I[’'](?:m|ve|ll|d)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|July|September|October|November|December|Mr|Mrs|Ms|Mx|Dr)$/u;
