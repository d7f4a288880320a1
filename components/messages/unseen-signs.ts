/** The short names that Unicode has for characters that nobody sees, and what each of them does. */
const known: Readonly<Record<string, readonly [name: string, does: string] | undefined>> = {
  '\u00ad': ['SHY', 'Soft hyphen: seen only where a line ends'],
  '\u061c': ['ALM', 'Arabic letter mark: turns what stands beside it'],
  '\u180e': ['MVS', 'Mongolian vowel separator: parts letters unseen'],
  '\u200b': ['ZWSP', 'Zero-width space: parts letters unseen'],
  '\u200c': ['ZWNJ', 'Zero-width non-joiner: keeps letters apart unseen'],
  '\u200d': ['ZWJ', 'Zero-width joiner: ties letters together unseen'],
  '\u200e': ['LRM', 'Left-to-right mark: turns what stands beside it'],
  '\u200f': ['RLM', 'Right-to-left mark: turns what stands beside it'],
  '\u202a': ['LRE', 'Left-to-right embedding: turns the words after it'],
  '\u202b': ['RLE', 'Right-to-left embedding: turns the words after it'],
  '\u202c': ['PDF', 'Pop directional formatting: ends a turn of words'],
  '\u202d': ['LRO', 'Left-to-right override: turns the letters after it'],
  '\u202e': ['RLO', 'Right-to-left override: turns the letters after it'],
  '\u2060': ['WJ', 'Word joiner: keeps words on one line'],
  '\u2066': ['LRI', 'Left-to-right isolate: turns the words after it'],
  '\u2067': ['RLI', 'Right-to-left isolate: turns the words after it'],
  '\u2068': ['FSI', 'First strong isolate: turns the words after it'],
  '\u2069': ['PDI', 'Pop directional isolate: ends a turn of words'],
  '\ufeff': ['BOM', 'Zero-width no-break space: keeps letters together unseen'],
};

/** What is shown in place of a character that nobody sees, and the sentence behind it. */
export function unseenSignWords(sign: string): { readonly name: string; readonly does: string } {
  const [name, does] = known[sign] ?? [codeOf(sign), 'A character that nobody sees'];
  return { name, does };
}

const codeOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
