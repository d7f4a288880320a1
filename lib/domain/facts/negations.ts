/**
 * The words that negate in a text, in order: "isn't", "cannot" and "not" count as the same. `language` is a BCP 47
 * code; where it is not known, or its words are not, those of all languages that are listed count, but for words that
 * mean something else in another one.
 */
export function negationsIn(text: string, language: string | null): readonly string[] {
  const code = (language ?? '').toLowerCase().split('-')[0] ?? '';
  const own = patterns.get(code) ?? anyLanguage;
  return Array.from(text.toLowerCase().matchAll(own), ([word]) => (isPlainNot.test(word) ? 'not' : word));
}

const isPlainNot = /n['’]t$|^cannot$/u;

/** By language: words of their own, then after a bar what counts also inside a word. */
const listed: Readonly<Record<string, string>> = {
  en: "not no never none nobody nothing nowhere neither nor without cannot hardly barely scarcely|n['’]t(?!\\p{L})",
  de: 'nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden niemandem nichts nirgends weder ohne kaum',
  fr: "ne pas jamais aucun aucune personne rien sans ni non guère nullement|(?<!\\p{L})n['’](?=\\p{L})",
  es: 'no nunca jamás nadie nada ningún ninguno ninguna sin ni tampoco',
  it: 'non mai nessuno nessuna nessun niente nulla senza né neanche',
  pt: 'não nunca jamais ninguém nada nenhum nenhuma sem nem',
  nl: 'niet geen nooit niemand niets nergens zonder noch',
  sv: 'inte icke ej ingen inget inga aldrig utan',
  da: 'ikke ej ingen intet aldrig uden',
  nb: 'ikke ei ingen intet aldri uten',
  nn: 'ikkje ingen inkje aldri utan',
  no: 'ikke ei ingen intet aldri uten ikkje',
  fi: 'ei en et emme ette eivät älä älkää ilman koskaan',
  pl: 'nie nigdy nikt nic bez żaden żadna żadne ani',
  cs: 'ne není nejsou nikdy nikdo nic bez žádný žádná žádné ani',
  ru: 'не нет ни никогда никто ничто ничего без нельзя',
  uk: 'не ні ніколи ніхто ніщо нічого без немає',
  el: 'δεν μην όχι ποτέ κανείς κανένας καμία τίποτα χωρίς ούτε',
  tr: 'değil yok hiç hiçbir asla',
  hu: 'nem ne sem nincs nincsenek soha senki semmi nélkül',
  ar: 'لا لم لن ليس ليست ليسوا غير بدون دون',
  he: 'לא אין אינו אינה אינם בלי מעולם אף',
  hi: 'नहीं न मत बिना',
  zh: '|不|没|沒|無|无|非|未|别|別',
  ja: '|ない|なかっ|なく|ません|ぬ|無|不|非|未',
  ko: '|않|없|아니|못했|못하|못한',
};

/** What negates in one language and is an ordinary word in another. */
const ambiguous = new Set(
  'en et ei ne ni ej ette emme non personne mai nada sem nem utan uden uten pas nie ani noch älä kein'.split(
    ' ',
  ),
);

const patterns = new Map(Object.entries(listed).map(([code, list]) => [code, patternOf([list])]));
const anyLanguage = patternOf(
  Object.entries(listed).map(([code, list]) =>
    code === 'en' ? list : list.replace(/[^ |]+/gu, (word) => (ambiguous.has(word) ? '' : word)),
  ),
);

function patternOf(lists: readonly string[]): RegExp {
  const whole = lists.flatMap((list) => (list.split('|')[0] ?? '').split(' '));
  const inside = lists.flatMap((list) => list.split('|').slice(1));
  const isThere = (word: string): boolean => word !== '';
  const words = whole.filter(isThere).join('|');
  const bounded = words === '' ? [] : [`(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`];
  return new RegExp([...inside, ...bounded].join('|'), 'gu');
}
