import type { Passage } from '../article';

/**
 * What stands in quotation marks, in order, without the marks: “…” ‘…’ „…“ «…» »…« ‹…› 「…」 『…』 "…" '…', also one in
 * another and over several sentences. A quotation ends with its paragraph, unless the next paragraph opens with the same
 * mark again: then it goes on there. Marks without a partner (inches, apostrophes) are none, nor are marks around
 * nothing but signs.
 */
export function findQuotations(text: string): readonly Passage[] {
  const found: Passage[] = [];
  let open: Open[] = [];
  for (const { 0: mark, index } of text.matchAll(signs)) {
    if (mark === '\n') {
      open = carriedOver(text, index, open);
      continue;
    }
    const before = text[index - 1] ?? ' ';
    const after = text[index + 1] ?? ' ';
    const partner = open.findLastIndex(({ closers }) => closers.includes(mark));
    if (partner >= 0 && closes(mark, before, after)) {
      const start = open[partner]?.start ?? 0;
      open.length = partner;
      const said = text.slice(start, index);
      const blank = said.length - said.trimStart().length;
      if (hasWord.test(said)) found.push({ start: start + blank, end: start + said.trimEnd().length });
    } else if (open.length < deepest && open.at(-1)?.goesOnAt !== index && opens(mark, before, after)) {
      open.push({ mark, start: index + 1, closers: closersOf[mark] ?? '', goesOnAt: -1 });
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** `goesOnAt`: the mark that a next paragraph repeats. */
type Open = {
  readonly mark: string;
  readonly start: number;
  readonly closers: string;
  readonly goesOnAt: number;
};

/** What is still open behind a line feed: only what the next paragraph opens anew. */
function carriedOver(text: string, lineFeed: number, open: readonly Open[]): Open[] {
  const [outer] = open;
  if (outer === undefined) return [];
  const next = firstInk(text, lineFeed);
  return text[next] === outer.mark ? [{ ...outer, goesOnAt: next }] : [];
}

/** Paragraphs are divided by few characters of white space: more than that ends a quotation. */
function firstInk(text: string, from: number): number {
  const limit = Math.min(text.length, from + 8);
  let at = from;
  while (at < limit && /\s/u.test(text[at] ?? '')) at += 1;
  return at;
}

function opens(mark: string, before: string, after: string): boolean {
  if (closersOf[mark] === undefined) return false;
  if (mark === '»' || mark === '›') return isOutside.test(before) && isInk.test(after);
  return isEither.test(mark) ? isOutside.test(before) && isInk.test(after) : true;
}

function closes(mark: string, before: string, after: string): boolean {
  if (mark === '’' || mark === "'") return !isWordPart.test(after);
  return mark === '"' ? !isOutside.test(before) || !isWordPart.test(after) : true;
}

const signs = /["'“”„‟‘’‚‛«»‹›「」『』\n]/gu;
const closersOf: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '‟': '”',
  '‘': '’',
  '‚': '‘’',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  '"': '"',
  "'": "'",
};
/** Quotations in quotations in quotations: what is nested deeper is not opened. */
const deepest = 6;
/** Marks that look the same at both ends. */
const isEither = /["']/u;
const isOutside = /[\s\p{Ps}\p{Pd}\p{Pi}":,]/u;
const isInk = /\S/u;
const isWordPart = /[\p{L}\p{N}]/u;
const hasWord = /[\p{L}\p{N}]/u;
