import 'server-only';

const byline = /^(?:by|von|par|por|di|door)\s+(\p{Lu}.{1,200})$/iu;

/**
 * Who a line such as "By Jane Roe | 3 March" names: "Jane Roe". `null` when it is no byline, for example because it is
 * a sentence.
 */
export function readByline(line: string): string | null {
  const trimmed = line.trim();
  const names = byline
    .exec(trimmed)?.[1]
    ?.split(/\s+[|·•–—]\s+|\s*\|\s*/u)[0]
    ?.trim();
  if (names === undefined || /[.!?:;]$/u.test(trimmed) || !/^\p{Lu}/u.test(names)) return null;
  return names.split(/\s+/u).length <= 20 ? names : null;
}

/** The first byline among the first lines of an article; it may stand below headline and summary. */
export function findByline(lines: readonly string[]): string | null {
  for (const line of lines.slice(0, 6)) {
    const found = readByline(line);
    if (found !== null) return found;
  }
  return null;
}
