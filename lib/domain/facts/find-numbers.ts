import type { Passage } from '../article';

/**
 * Numbers in order, each with its currency, scale and unit: digits of any script with their separators, ranges and
 * ordinals; and number words (English, German, French, Spanish): one to twenty, the tens, dozen, half, hundred and up.
 * Not counted: what belongs to one of `dates`, a list's number at the beginning of its line, footnote marks, digits
 * inside a name ("COVID-19"), and "one" where it is a pronoun ("one of", "no one").
 */
export function findNumbers(
  text: string,
  dates: readonly Passage[],
  language: string | null,
): readonly Passage[] {
  const found = [...matchesOf(text, inDigits), ...matchesOf(text, inWords(language))]
    .filter(({ start, end }) => !isListNumber(text, start, end))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const numbers: Passage[] = [];
  let reach = 0;
  let date = 0;
  for (const number of found) {
    while ((dates[date]?.end ?? Number.POSITIVE_INFINITY) <= number.start) date += 1;
    const isInDate = (dates[date]?.start ?? Number.POSITIVE_INFINITY) < number.end;
    if (isInDate || number.start < reach) continue;
    reach = number.end;
    numbers.push(number);
  }
  return numbers;
}

function matchesOf(text: string, pattern: RegExp): Passage[] {
  return Array.from(text.matchAll(pattern), ({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
}

/** "1. One" and "2) Two" at the beginning of a line. */
function isListNumber(text: string, start: number, end: number): boolean {
  if (!/[.)]/u.test(text[end] ?? '') || !/\s/u.test(text[end + 1] ?? '')) return false;
  const lineStart = text.lastIndexOf('\n', start) + 1;
  return start - lineStart <= 8 && text.slice(lineStart, start).trim() === '';
}

const currency = '(?:[A-Z]{2,3}\\s?)?[$€£¥₹₪₩]|(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|JPY|CNY|Rs\\.?)';
const scale =
  '(?:hundred|thousand|million|billion|trillion|bn|mn|m|k|hundert|tausend|Tausend|Millionen|Million|Milliarden|Milliarde|Mio\\.?|Mrd\\.?|mille|millions?|milliards?|mil|millones|millón|mil\\smillones|ألف|مليون|مليار|אלף|מיליון|מיליארד)';
const unit =
  '(?:percent|per\\scent|percentage\\spoints?|Prozent|pour\\scent|por\\sciento|euros?|Euro|dollars?|Dollar|pounds?|pence|cents?|crowns?|francs?|Franken|yen|yuan|rupees?|pesos?|km²|m²|m³|km/h|mph|km|cm|mm|kg|mg|g|tonnes?|tons?|Tonnen|lit(?:re|er)s?|Liter|met(?:re|er)s?|Meter|kilomet(?:re|er)s?|Kilometer|miles?|feet|foot|inch(?:es)?|acres?|hectares?|Hektar|degrees?|watts?|[kMG]Wh?|seconds?|minutes?|hours?|Stunden|days?|Tage|weeks?|Wochen|months?|Monate|years?|Jahre|ans|años|people|persons?|votes?|seats?|a\\.m\\.|p\\.m\\.)';
const digits = "\\p{Nd}+(?:[.,’'٫٬\u00a0\u202f:]\\p{Nd}+)*";
const inDigits = new RegExp(
  `(?<![\\p{Lu}\\p{Ll}\\p{Nd}][-.,’'/]?|\\[)(?:(?:${currency})\\s?)?[-−+±]?${digits}(?:st|nd|rd|th)?(?:\\s?[–-]\\s?${digits}|/${digits})?` +
    `(?:\\s?[万億亿千]+|(?:\\s|-)?${scale}(?!\\p{L}))?(?:\\s?(?:%|％|‰|°C?|[$€£¥元円人])|(?:\\s|-)?${unit}(?!\\p{L}))?(?!\\p{Nd}|[-]?\\p{Ll})`,
  'gu',
);

const englishWords =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|half|thirds?|quarters?';
const numberWords: Readonly<Record<string, string>> = {
  en: `${englishWords}|one(?!\\s(?:of|another|can|could|should|must|would|might|has|is|was)\\b|[’']s|-)`,
  de: 'zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|Dutzend|hundert|tausend|Hunderte|Tausende|Million(?:en)?|Milliarden?',
  fr: 'deux|trois|quatre|cinq|six|sept|huit|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille|douzaine|millions?|milliards?',
  es: 'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|diecisiete|dieciocho|diecinueve|veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|docena|cien|ciento|mil|millón|millones',
};

/** Number words of a language; English where the language is not known, none where its words are not. */
function inWords(language: string | null): RegExp {
  const words = numberWords[(language ?? 'en').toLowerCase().split('-')[0] ?? ''] ?? '(?!)';
  const word = `(?<![\\p{L}\\p{M}\\p{Nd}])(?<!\\b(?:no|any|every|some|each|the|this|that|which)\\s(?=one\\b))(?:${words})(?![\\p{L}\\p{M}])`;
  return new RegExp(
    `${word}(?:(?:\\s(?:and\\s|a\\s)?|-|\\sin\\s)${word})*(?:\\s(?:%|${unit})(?!\\p{L}))?`,
    'giu',
  );
}
