import 'server-only';
import { findUnseenSigns } from '@/lib/domain/text/unseen-signs';

/**
 * Sentences that tell which characters of a text cannot be seen: they stay in the text, but words that look alike
 * may differ. What a script or an emoji needs is not counted.
 */
export function warnOfHiddenCharacters(text: string): string[] {
  const counts = new Map<string, number>();
  for (const { sign } of findUnseenSigns(text)) {
    const code = sign.codePointAt(0) ?? 0;
    const name = names.find(({ from, to }) => code >= from && code <= to)?.name ?? 'control character';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const replaced = text.split('\ufffd').length - 1;
  const found = Array.from(counts, ([name, count]) => `${count} × ${name}`);
  return [
    ...(found.length === 0
      ? []
      : [`The text holds invisible characters, which were kept: ${found.join(', ')}.`]),
    ...(replaced === 0
      ? []
      : [
          `${replaced} × the sign “\ufffd” stands where a character was already damaged before it came here.`,
        ]),
  ];
}

const names: readonly { readonly from: number; readonly to: number; readonly name: string }[] = [
  { from: 0x00ad, to: 0x00ad, name: 'soft hyphen' },
  { from: 0x200b, to: 0x200b, name: 'zero-width space' },
  { from: 0x200c, to: 0x200c, name: 'zero-width non-joiner' },
  { from: 0x200d, to: 0x200d, name: 'zero-width joiner' },
  { from: 0x2060, to: 0x2064, name: 'word joiner' },
  { from: 0xfeff, to: 0xfeff, name: 'zero-width space' },
  { from: 0x180e, to: 0x180e, name: 'vowel separator' },
  { from: 0x061c, to: 0x061c, name: 'direction mark' },
  { from: 0x200e, to: 0x200f, name: 'direction mark' },
  { from: 0x202a, to: 0x202e, name: 'direction override' },
  { from: 0x2066, to: 0x2069, name: 'direction override' },
];
