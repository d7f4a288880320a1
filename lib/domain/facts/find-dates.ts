import type { Passage } from '../article';

/**
 * Dates as people write them, in order: days with their month in words (English, German, French, Spanish, Arabic,
 * Hebrew), in numbers (ISO 8601, 14.3.2024, 3/14/24) and in Chinese and Japanese; a weekday where a day follows it;
 * months with a year or after "in", "since" and the like; quarters, years from 1500 to 2099, decades and spans of years.
 * A bare weekday and "yesterday" are none, because only the day of publication says what they mean.
 */
export function findDates(text: string): readonly Passage[] {
  return Array.from(text.matchAll(dates), ({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  })).filter(({ end }) => !isQuantity.test(text.slice(end, end + 12)));
}

const months = [
  'January|February|March|April|May|June|July|August|September|October|November|December',
  '(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\\.|\\b)',
  'Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember',
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  'يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر',
  'ב?(?:ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)',
].join('|');
const weekday =
  '(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo),?\\s(?:the\\s|der\\s|den\\s|le\\s|el\\s)?)?';
const day = '(?:3[01]|[12]\\p{Nd}|0?[1-9]|[٠-٣]?[٠-٩])(?:st|nd|rd|th|er|\\.)?';
const year = '(?:1[5-9]\\p{Nd}{2}|20\\p{Nd}{2}|[١٢][٠-٩]{3})';
const noMore = '(?![\\p{L}\\p{Nd}])';

const forms = [
  `${weekday}${day}\\s(?:of\\s|de\\s)?(?:${months})(?:,?\\s(?:de\\s|del\\s)?${year})?`,
  `${weekday}(?:${months})\\s${day}(?:,?\\s${year})?`,
  `(?:${months}),?\\s(?:de\\s|of\\s)?${year}`,
  `(?<=\\b(?:in|In|since|Since|until|till|by|By|from|From|of|last|Last|next|Next|early|late|during|im|Im|seit|Seit|bis|en|En|depuis|Depuis|desde|Desde)\\s)(?:${months})`,
  '\\p{Nd}{4}-\\p{Nd}{2}-\\p{Nd}{2}',
  '\\p{Nd}{1,2}([./-])\\p{Nd}{1,2}\\1(?:\\p{Nd}{4}|\\p{Nd}{2})',
  `Q[1-4](?:\\sof)?\\s${year}`,
  `${year}(?:s|[–-](?:${year}|\\p{Nd}{2}))?`,
];
const dates = new RegExp(
  `\\p{Nd}{2,4}年(?:\\p{Nd}{1,2}月(?:\\p{Nd}{1,2}日)?)?|\\p{Nd}{1,2}月\\p{Nd}{1,2}日|(?<![\\p{L}\\p{Nd}.,:/$€£¥–-])(?:${forms.join('|')})${noMore}(?![.,:]\\p{Nd})`,
  'gu',
);
/** A number that looks like a year counts things where their name follows at once: "2000 euros", "1999 percent". */
const isQuantity =
  /^\s?(?:%|per\s?cent|Prozent|€|\$|£|euros?\b|Euro\b|dollars?\b|pounds?\b|crowns?\b|people\b|tonnes?\b|tons?\b|k[gm]\b|met(?:re|er)s?\b|miles?\b|hours?\b|jobs?\b|years?\b)/iu;
