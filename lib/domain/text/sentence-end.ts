import type { Abbreviations } from './abbreviations';

/** A place in a line where a sentence may end; `before` and `after` need only reach as far as a few words. */
export type PossibleEnd = {
  readonly before: string;
  /** One or more of . ! ? … and the like. */
  readonly stop: string;
  /** Quotes, brackets and footnote marks that close behind the stop. */
  readonly closing: string;
  readonly after: string;
};

/**
 * Whether a sentence ends here. A quoted question or exclamation goes on with who said it (“…?” she asked); a full
 * stop may belong to an abbreviation, an initial, an ordinal or a list number. In doubt the sentence goes on: two
 * sentences that stay together are decided together, half a sentence cannot be decided.
 */
export function isSentenceEnd({ before, stop, closing, after }: PossibleEnd, known: Abbreviations): boolean {
  const next = after.replace(openings, '');
  if (next === '') return true;
  if (isUnspaced.test(stop)) return closing === '' || !goesOnInCjk.test(after);
  if (startsLower.test(next)) return false;
  if (asksOrCalls.test(stop))
    return !(quotes.test(closing) && (isSpeaker.test(next) || goesOnInCjk.test(after)));
  if (stop !== '.') return true;
  const word = wordBefore.exec(before)?.[0] ?? '';
  const isFirst = before.slice(0, before.length - word.length).trim() === '';
  return !belongsToWord(word, next, isFirst, known);
}

/** Whether a full stop belongs to the word before it. `isFirst`: the word begins its line, as a list's number does. */
function belongsToWord(word: string, next: string, isFirst: boolean, known: Abbreviations): boolean {
  const isNumberNext = isDigit.test(next);
  const isStarterNext = known.starters.has(firstWord.exec(next)?.[0].toLowerCase() ?? '');
  if (isNumber.test(word)) {
    if (isFirst && word.length <= 3) return true;
    return known.hasOrdinals && word.length <= 2 && !isNumberNext && !isStarterNext;
  }
  if (known.never.has(word)) return true;
  if (isNumberNext && (known.beforeNumber.has(word) || isStreet.test(word))) return true;
  if (isLetter.test(word)) return isFirst || belongsToLetter(word, next, isNumberNext, isStarterNext);
  if (isHour.test(word)) return isNumberNext || isDayOrZone.test(next);
  return (known.mayEnd.has(word) || isAcronym.test(word)) && !isStarterNext;
}

/** An initial ("J. Hartley") or a piece of an abbreviation ("z. B."). "I" alone is a word. */
function belongsToLetter(
  letter: string,
  next: string,
  isNumberNext: boolean,
  isStarterNext: boolean,
): boolean {
  if (isLetterWithStop.test(next)) return true;
  if (letter === 'I') return false;
  if (/\p{Lu}/u.test(letter)) return !isNumberNext && !isStarterNext;
  return isNumberNext || /\p{Lo}/u.test(letter);
}

const openings = /^[\s\p{Ps}\p{Pi}\p{Pf}\p{Pd}"'¿¡]+/u;
const quotes = /["'\p{Pi}\p{Pf}\p{Pe}]/u;
const isUnspaced = /[。！？｡．]/u;
const asksOrCalls = /[!?؟‽⁇⁈⁉]/u;
/** "iPhone" and "eBay" count as capitalised. */
const startsLower = /^\p{Ll}(?!\p{Lu})/u;
const wordBefore = /[\p{L}\p{N}\p{M}.’'-]*$/u;
const firstWord = /^\p{L}+/u;
const isDigit = /^\p{N}/u;
const isNumber = /^\p{N}+$/u;
const isLetter = /^\p{L}$/u;
const isLetterWithStop = /^\p{L}\.(?:\s|$|,)/u;
const isAcronym = /^\p{L}{1,3}(?:\.\p{L}{1,2})+$/u;
/** German street names: "Hauptstr. 5". */
const isStreet = /\p{Ll}str$/u;
const isHour = /^[ap]\.m$/iu;
const isDayOrZone =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\b|[A-Z]{2,4}\b|(?:Eastern|Central|Mountain|Pacific|Greenwich)\b)/u;

/** Behind a quoted question: a name with a verb of saying, or that verb where a script has no capitals. */
const isSpeaker =
  /^(?:(?!(?:He|She|They|We|It|You)\b)(?:\p{Lu}[\p{L}.’'-]*\s+){1,3}(?:said|says|asked|asks|replied|added|shouted|wrote|told|cried|answered|wondered|warned|insisted)\b|(?:שאלה?|אמרה?|השיבה?|ענתה|ענה|הוסיפה?)(?!\p{L})|(?:قال|قالت|سأل|سألت|أجاب|أجابت|أضاف|أضافت|صرح|صرحت|تساءل|تساءلت)(?!\p{L}))/u;
/** Behind a closing quote Japanese goes on with a particle, Chinese with a speaker and a verb of saying. */
const goesOnInCjk = /^(?:\p{Script=Hiragana}|\p{Script=Han}{0,5}?(?:问|問|说|說|道|喊|答)[\p{P}\s])/u;
