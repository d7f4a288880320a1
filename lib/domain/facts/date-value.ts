/**
 * A date that `findDates` found, by what it says: year, month and day where they are given, so that "3 March 2026",
 * "March 3, 2026" and "2026-03-03" are the same. Day and month of "3/4/26" cannot be told apart and stay as written.
 */
export function dateKey(passage: string): string {
  const text = passage.toLowerCase();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso !== null) return keyOf(iso[1], Number(iso[2]), iso[3]);
  const asian = /^(?:(\d{2,4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})日)?$/.exec(text);
  if (asian !== null && text !== '')
    return keyOf(asian[1], asian[2] === undefined ? 0 : Number(asian[2]), asian[3]);
  const month = monthIn(text);
  if (month === 0) return text.replace(/\s+/gu, ' ');
  const numbers = [...text.matchAll(/\p{Nd}+/gu)].map(([digits]) => digits);
  const year = numbers.find((digits) => digits.length === 4);
  return keyOf(
    year,
    month,
    numbers.find((digits) => digits.length <= 2),
  );
}

/** Days that a text names by word ("Tuesday", "yesterday"), in one spelling each, in order. */
export function dayWordsIn(text: string): readonly string[] {
  return Array.from(text.toLowerCase().matchAll(dayWord), ([word]) => dayWords.get(word) ?? word);
}

const keyOf = (year: string | undefined, month: number, day: string | undefined): string =>
  [year ?? '', month === 0 ? '' : month, day === undefined ? '' : Number(day)].join('-');

/** Each line: a month in the languages that `findDates` knows, by the beginning that tells it from the others. */
const months = [
  'jan|jän|janv|ene|يناير|ינואר',
  'feb|fév|فبراير|פברואר',
  'mar|mär|mars|مارس|מרץ',
  'apr|avr|abr|أبريل|אפריל',
  'may|mai|مايو|מאי',
  'jun|juin|يونيو|יוני',
  'jul|juil|يوليو|יולי',
  'aug|aoû|ago|أغسطس|אוגוסט',
  'sep|سبتمبر|ספטמבר',
  'oct|okt|أكتوبر|אוקטובר',
  'nov|نوفمبر|נובמבר',
  'dec|dez|déc|dic|ديسمبر|דצמבר',
].map((names) => new RegExp(`(?<![\\p{L}])ב?(?:${names})`, 'u'));

/** 1 to 12; 0 where no month is named. */
function monthIn(text: string): number {
  // weekdays may begin like months: "mar" is also Tuesday in Spanish
  const named = text.replace(/\b(?:mardi|martes|samedi|marzo)\b/gu, (word) => (word === 'marzo' ? word : ''));
  return months.findIndex((month) => month.test(named)) + 1;
}

const dayWords: ReadonlyMap<string, string> = new Map(
  `monday montag lundi lunes
tuesday dienstag mardi martes
wednesday mittwoch mercredi miércoles
thursday donnerstag jeudi jueves
friday freitag vendredi viernes
saturday samstag sonnabend samedi sábado
sunday sonntag dimanche domingo
yesterday gestern hier ayer 昨日 昨天 أمس אתמול
today heute aujourd’hui aujourd'hui hoy 今日 今天 اليوم היום
tomorrow morgen demain mañana 明日 明天 غدا מחר`
    .split('\n')
    .flatMap((line) => {
      const [name = '', ...others] = line.split(' ');
      return [name, ...others].map((word): [string, string] => [word, name]);
    }),
);

const dayWord = new RegExp(
  [...dayWords.keys()]
    .map((word) => (/\p{Script=Han}/u.test(word) ? word : `(?<![\\p{L}\\p{M}])${word}(?![\\p{L}\\p{M}])`))
    .join('|'),
  'gu',
);
