import 'server-only';

/** Letters that only one language of those that come in writes, or a script of its own; the first that fits counts. */
const scripts: readonly { readonly language: string; readonly letters: RegExp }[] = [
  { language: 'ja', letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu },
  { language: 'ko', letters: /\p{Script=Hangul}/gu },
  { language: 'zh', letters: /\p{Script=Han}/gu },
  { language: 'fa', letters: /[پچژگ]/gu },
  { language: 'ar', letters: /\p{Script=Arabic}/gu },
  { language: 'he', letters: /\p{Script=Hebrew}/gu },
  { language: 'uk', letters: /[іїєґ]/gu },
  { language: 'ru', letters: /\p{Script=Cyrillic}/gu },
  { language: 'el', letters: /\p{Script=Greek}/gu },
  { language: 'hi', letters: /\p{Script=Devanagari}/gu },
  { language: 'th', letters: /\p{Script=Thai}/gu },
];

/** Small words that are frequent in one language and rare in the others. */
const smallWords: Readonly<Record<string, string>> = {
  en: 'the and of is that was for with are this from which they have has been',
  de: 'der die und das ist nicht mit sich auf den dem ein eine wird auch nach wurde',
  fr: 'le les et est une dans pour que qui sur pas plus avec sont cette aux',
  es: 'el los las y una por con para como más pero sus este fue ha ser',
  it: 'il di che è per una con del della sono non più anche gli nel alla',
  pt: 'o os as em um uma não para com mais dos das ao foi ele está',
  nl: 'het een van en dat niet zijn voor met aan ook naar wordt bij uit deze',
  sv: 'och att det som en är på för inte med av till har den ett om',
  pl: 'się nie na jest że do to jak od przez ale został oraz która które był',
};

/** How much of a text is looked at. */
const sampleLength = 20_000;
const fewestLetters = 20;
const fewestHits = 8;

/** The language of a text as a code, told by its letters and its small words; `null` where they do not say clearly. */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, sampleLength);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < fewestLetters) return null;
  for (const { language, letters: own } of scripts) {
    const least = language === 'fa' || language === 'uk' || language === 'ja' ? 0.02 : 0.4;
    if ((sample.match(own)?.length ?? 0) > letters * least) return language;
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const hits = Object.entries(smallWords).map(([language, small]) => {
    const known = new Set(small.split(' '));
    return { language, count: words.filter((word) => known.has(word)).length };
  });
  const [first, second] = hits.sort((one, other) => other.count - one.count);
  if (first === undefined || second === undefined || first.count < fewestHits) return null;
  return first.count >= second.count * 2 ? first.language : null;
}
