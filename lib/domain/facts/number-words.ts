/** What a word adds to a number being spelled out, or by how much it multiplies what came before it. */
export type NumberWord =
  | { readonly kind: 'small' | 'scale' | 'fraction'; readonly value: number }
  | { readonly kind: 'link' };

/**
 * The meaning of one word of a spelled-out number in English, German, French or Spanish; German words of several
 * parts ("zweihundertfünfzig") count as one. Absent when it is none.
 */
export function numberWordOf(word: string): NumberWord | undefined {
  const plain = word.toLowerCase();
  return table.get(plain) ?? germanCompound(plain);
}

const small = (value: number): NumberWord => ({ kind: 'small', value });

/** Each line: a value, then its words. */
const smalls = `0 zero null zéro cero
1 one ein eins eine einen einer einem un une uno una
2 two zwei deux dos
3 three drei trois tres
4 four vier quatre cuatro
5 five fünf cinq cinco
6 six sechs seis
7 seven sieben sept siete
8 eight acht huit ocho
9 nine neun neuf nueve
10 ten zehn dix diez
11 eleven elf onze once
12 twelve zwölf douze doce dozen dozens dutzend douzaine docena
13 thirteen dreizehn treize trece
14 fourteen vierzehn quatorze catorce
15 fifteen fünfzehn quinze quince
16 sixteen sechzehn seize dieciséis
17 seventeen siebzehn diecisiete
18 eighteen achtzehn dieciocho
19 nineteen neunzehn diecinueve
20 twenty zwanzig vingt vingts veinte
21 veintiuno veintiún veintiuna
22 veintidós
23 veintitrés
24 veinticuatro
25 veinticinco
26 veintiséis
27 veintisiete
28 veintiocho
29 veintinueve
30 thirty dreißig dreissig trente treinta
40 forty vierzig quarante cuarenta
50 fifty fünfzig cinquante cincuenta
60 sixty sechzig soixante sesenta
70 seventy siebzig septante setenta
80 eighty achtzig huitante octante ochenta
90 ninety neunzig nonante noventa
200 doscientos doscientas
300 trescientos trescientas
400 cuatrocientos cuatrocientas
500 quinientos quinientas
600 seiscientos seiscientas
700 setecientos setecientas
800 ochocientos ochocientas
900 novecientos novecientas`;

const scales = `100 hundred hundreds hundert hunderte cent cents cien ciento
1000 thousand thousands k tausend tausende tsd mille mil ألف אלף 千
10000 万
1000000 million millions m mn mio millionen millón millones مليون מיליון
100000000 亿 億
1000000000 billion billions bn milliarde milliarden mrd milliard milliards مليار מיליארד
1000000000000 trillion trillions billionen 兆`;

const fractions = `0.5 half halves hälfte moitié mitad
0.3333333333 third thirds drittel tiers tercio tercios
0.25 quarter quarters viertel quart quarts cuarto cuartos`;

const table: ReadonlyMap<string, NumberWord> = new Map([
  ...read(smalls, 'small'),
  ...read(scales, 'scale'),
  ...read(fractions, 'fraction'),
  ...['and', 'a', 'an', 'und', 'et', 'y', 'de'].map((word): [string, NumberWord] => [word, { kind: 'link' }]),
]);

function read(lines: string, kind: 'small' | 'scale' | 'fraction'): [string, NumberWord][] {
  return lines.split('\n').flatMap((line) => {
    const [value, ...words] = line.split(' ');
    return words.map((word): [string, NumberWord] => [word, { kind, value: Number(value) }]);
  });
}

/** "einundzwanzig", "dreihundertvier", "zwölftausend". */
function germanCompound(word: string): NumberWord | undefined {
  if (word.length > 60) return undefined;
  for (const [name, factor] of [['tausend', 1_000] as const, ['hundert', 100] as const]) {
    const at = word.indexOf(name);
    if (at === -1) continue;
    const before = at === 0 ? 1 : smallValue(word.slice(0, at));
    const rest = word.slice(at + name.length).replace(/^und/, '');
    const after = rest === '' ? 0 : smallValue(rest);
    return before === undefined || after === undefined ? undefined : small(before * factor + after);
  }
  const [, ones, tens] = /^(\p{L}+?)und(\p{L}+zig|dreißig|dreissig)$/u.exec(word) ?? [];
  const one = ones === undefined ? undefined : smallValue(ones);
  const ten = tens === undefined ? undefined : smallValue(tens);
  return one === undefined || ten === undefined ? undefined : small(one + ten);
}

function smallValue(word: string): number | undefined {
  const found = numberWordOf(word);
  return found !== undefined && found.kind === 'small' ? found.value : undefined;
}
