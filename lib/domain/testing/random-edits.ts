import fc from 'fast-check';
import type { EditStep } from '../reanchor/reanchored';

/**
 * A text under edit that knows of each UTF-16 unit where it came from: its offset in the first text, or -1 where it was
 * typed. `copyOf` is the offset of what a unit is a copy of.
 */
export type EditedText = {
  readonly text: string;
  readonly origins: readonly number[];
  readonly copyOf: readonly number[];
  readonly steps: readonly EditStep[];
};

/** One edit, by shares of the text from 0 to 1, so that it fits a text of any length. */
export type Edit =
  | {
      readonly kind: 'insert' | 'replace';
      readonly at: number;
      readonly length: number;
      readonly words: string;
    }
  | { readonly kind: 'delete'; readonly at: number; readonly length: number }
  | { readonly kind: 'move' | 'copy'; readonly at: number; readonly length: number; readonly to: number };

/** Words of many scripts: astral, right-to-left, without spaces, with combining marks, joined emoji, numbers. */
const oddWords = [
  'the',
  'no',
  'not',
  '5',
  '12',
  '5.1',
  'a.',
  'yes,',
  'Ben',
  '“we”',
  '漢字',
  '語。',
  'שלום',
  'عام',
  'e\u0301te\u0301',
  '👩‍🚀',
  '🇪🇺',
  '𝒳',
  'नमस्ते',
];

const blank = fc.constantFrom(' ', ' ', ' ', ' ', '\n\n', '');

/** Texts that repeat themselves a lot. */
export const repetitiveText = fc
  .array(fc.tuple(fc.constantFrom(...oddWords), blank), { minLength: 4, maxLength: 60 })
  .map((parts) => parts.flat().join(''));

/** Texts in which hardly any word comes twice, as in a short article of many facts. */
export const richText = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5_000 }), blank), { minLength: 20, maxLength: 120 })
  .map((parts) => parts.map(([rank, between]) => `${wordOf(rank)}${between || ' '}`).join(''));

function wordOf(rank: number): string {
  const odd = oddWords[rank % 97];
  return (
    odd ??
    `${'bcdfglmnprstv'[rank % 13]}${'aeiou'[rank % 5]}${'bcdfghklmnprstv'[rank % 15]}${rank.toString(36)}`
  );
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 40 });
const words = fc
  .array(fc.oneof(fc.constantFrom(...oddWords), fc.integer({ min: 6_000, max: 9_000 }).map(wordOf)), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) => list.join(' '));

/** Some edits in order: typing, replacing, deleting, cutting and pasting, copying. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constantFrom('insert' as const, 'replace' as const), at: share, length, words }),
    fc.record({ kind: fc.constant('delete' as const), at: share, length }),
    fc.record({ kind: fc.constantFrom('move' as const, 'copy' as const), at: share, length, to: share }),
  ),
  { minLength: 1, maxLength: 6 },
);

/** Applies edits one after the other. None cuts a surrogate pair. */
export function edited(text: string, list: readonly Edit[]): EditedText {
  const unedited = Array.from({ length: text.length }, (_, index) => index);
  return list.reduce<EditedText>(applied, {
    text,
    origins: unedited,
    copyOf: unedited,
    steps: [],
  });
}

function applied(now: EditedText, edit: Edit): EditedText {
  const from = wholeOffset(now.text, Math.round(edit.at * now.text.length));
  const to = wholeOffset(now.text, Math.min(now.text.length, from + edit.length));
  switch (edit.kind) {
    case 'insert':
      return replaced(now, from, from, typed(edit.words));
    case 'replace':
      return replaced(now, from, to, typed(edit.words));
    case 'delete':
      return replaced(now, from, to, typed(''));
    case 'copy': {
      const target = wholeOffset(now.text, Math.round(edit.to * now.text.length));
      const cut = piece(now, from, to);
      return replaced(now, target, target, { ...cut, origins: cut.origins.map(() => -1) });
    }
    case 'move': {
      const rest = replaced(now, from, to, typed(''));
      const target = wholeOffset(rest.text, Math.round(edit.to * rest.text.length));
      return replaced(rest, target, target, piece(now, from, to));
    }
  }
}

type Piece = Omit<EditedText, 'steps'>;

const typed = (text: string): Piece => {
  const nowhere = Array.from({ length: text.length }, () => -1);
  return { text, origins: nowhere, copyOf: nowhere };
};

const piece = ({ text, origins, copyOf }: EditedText, from: number, to: number): Piece => ({
  text: text.slice(from, to),
  origins: origins.slice(from, to),
  copyOf: copyOf.slice(from, to),
});

function replaced(now: EditedText, from: number, to: number, by: Piece): EditedText {
  return {
    text: now.text.slice(0, from) + by.text + now.text.slice(to),
    origins: [...now.origins.slice(0, from), ...by.origins, ...now.origins.slice(to)],
    copyOf: [...now.copyOf.slice(0, from), ...by.copyOf, ...now.copyOf.slice(to)],
    steps: [...now.steps, { from, to, inserted: by.text }],
  };
}

/** The offset, or the one before it when it lies inside a surrogate pair. */
function wholeOffset(text: string, offset: number): number {
  const isInPair =
    /[\ud800-\udbff]/.test(text[offset - 1] ?? '') && /[\udc00-\udfff]/.test(text[offset] ?? '');
  return isInPair ? offset - 1 : offset;
}
