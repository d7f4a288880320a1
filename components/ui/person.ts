/** Up to two letters for a name: of its first and last word outside parentheses, else its first letter; whole characters of any script. */
export function initialsOf(name: string): string {
  const all = name.normalize('NFC');
  const outside = wordsOf(all.replace(/[(（][^)）]*[)）]/gu, ' '));
  const words = outside.length > 0 ? outside : wordsOf(all);
  const first = words[0];
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  if (first === undefined) return '?';
  return [first, last]
    .map((word) => (word === undefined ? '' : firstLetter(word)))
    .join('')
    .toLocaleUpperCase('en');
}

/** A ring colour for an id, 0 to 7 (`--color-person-n`): the same person has the same colour everywhere. FNV-1a. */
export function personColour(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % colours;
}

const colours = 8;

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** With the marks that combine with it. No Intl.Segmenter: its first use costs every page 25 ms. */
function firstLetter(word: string): string {
  return /[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0] ?? '';
}
