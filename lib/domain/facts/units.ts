/**
 * The unit or currency in some words beside a number, in one spelling; empty where there is none. Units that mean the
 * same in English, German, French and Spanish are one.
 */
export function unitOf(words: string): string {
  const plain = words.trim().replace(/^[\s-]+/u, '');
  if (plain === '') return '';
  return (
    table.get(plain.toLowerCase()) ??
    table.get(plain.toLowerCase().replace(/\.$/u, '')) ??
    plain.toLowerCase()
  );
}

/** All units and currencies that stand in a text, in one spelling each, in order. */
export function unitsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(anyUnit), ([unit]) => unitOf(unit));
}

/** Each line: one unit in all its spellings. */
const lines = `%|percent|per cent|prozent|pour cent|por ciento|％|٪
pp|percentage points|percentage point|prozentpunkte|prozentpunkt|points de pourcentage|puntos porcentuales
‰|per mille|promille
eur|€|euro|euros
usd|us$|us $
dollar|$|dollars|＄
pound|£|pounds|gbp
penny|pence|p
cent|cents|centimes|centimos
chf|franken|francs|franc|sfr
yen|¥|jpy|円
yuan|元|cny|rmb
rupee|₹|rupees|rs|inr
won|₩|krw
shekel|₪|shekels|ils
crown|crowns|kronen|kronor|kroner|couronnes|coronas|sek|nok|dkk|czk
peso|pesos
km|kilometre|kilometres|kilometer|kilometers|kilomètre|kilomètres|kilómetro|kilómetros
m|metre|metres|meter|meters|mètre|mètres|metro|metros
cm|centimetre|centimetres|centimeter|centimeters|zentimeter|centimètres|centímetros
mm|millimetre|millimetres|millimeter|millimeters|millimètres|milímetros
mile|miles|meile|meilen|milles|millas|mi
foot|feet|ft|fuß
inch|inches|zoll|pouces|pulgadas
acre|acres
hectare|hectares|hektar|hectáreas|ha
m²|square metres|square meters|quadratmeter|mètres carrés|metros cuadrados
km²|square kilometres|square kilometers|quadratkilometer
m³|cubic metres|cubic meters|kubikmeter
kg|kilo|kilos|kilogram|kilograms|kilogramm|kilogrammes|kilogramos
g|gram|grams|gramm|grammes|gramos
mg|milligram|milligrams|milligramm|milligrammes|miligramos
tonne|tonnes|tonnen|tonelada|toneladas
ton|tons
litre|litres|liter|liters|litro|litros
°|degree|degrees|grad|degrés|grados
°c|celsius
°f|fahrenheit
watt|watts
kwh|kilowatt hours|kilowatt-hours|kilowattstunden
mwh|megawatt hours|megawattstunden
second|seconds|sekunde|sekunden|secondes|segundos
minute|minutes|minuten|minuto|minutos
hour|hours|stunde|stunden|heure|heures|hora|horas
day|days|tag|tage|tagen|jour|jours|día|días
week|weeks|woche|wochen|semaine|semaines|semana|semanas
month|months|monat|monate|monaten|mois|mes|meses
year|years|jahr|jahre|jahren|an|ans|année|années|año|años
km/h|kph
mph|miles per hour
am|a.m.|a.m
pm|p.m.|p.m
person|persons|people|personen|menschen|personnes|personas|人
vote|votes|stimmen|voix|votos
seat|seats|sitze|sièges|escaños`;

const table: ReadonlyMap<string, string> = new Map(
  lines.split('\n').flatMap((line) => {
    const [name = '', ...others] = line.split('|');
    return [name, ...others].map((spelling): [string, string] => [spelling, name]);
  }),
);

/** Spellings that are also ordinary words, or mean nothing without a number beside them. */
const ordinary = new Set([
  'p',
  'm',
  'g',
  'mi',
  'ha',
  'an',
  'ans',
  'mes',
  'rs',
  'am',
  'pm',
  'pp',
  'a.m',
  'p.m',
  'second',
  'grad',
  'zoll',
  'won',
  'foot',
  'seat',
  'vote',
  'voix',
  'tag',
]);

const isWord = (unit: string): boolean => /^\p{L}.*\p{L}$/u.test(unit);
const spellings = [...table.keys()].filter((unit) => !ordinary.has(unit)).sort((a, b) => b.length - a.length);
const anyOf = (units: readonly string[]): string =>
  units.map((unit) => unit.replace(/[$.*+?^{}()|[\]\\/]/g, '\\$&')).join('|');
const anyUnit = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${anyOf(spellings.filter(isWord))})(?![\\p{L}\\p{M}])|${anyOf(spellings.filter((unit) => !isWord(unit)))}`,
  'giu',
);
