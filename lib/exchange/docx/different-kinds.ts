import type { FormattingChange, PlacedKind } from '@/lib/domain/text/formatting-of';
import type { AlignedTexts } from './aligned-texts';
import type { ComparedFormatting, ReturnedFormatting } from './compare-formatting';
import { lastWhere } from './last-where';
import type { PlacedBlock } from './returned-text';
import type { KindInWord } from './returned-word';
import type { SentWord } from './sent-word';

/** Paragraphs that are something else than they went out: a heading, an item of a list, a quotation, code. */
export function differentKinds({ formatting: { kinds } }: SentWord, texts: AlignedTexts): ComparedFormatting {
  const changes: ReturnedFormatting[] = [];
  const unclear: ReturnedFormatting[] = [];
  for (const block of texts.after.blocks) {
    const first = firstKept(block, texts);
    const [piece] = first === undefined ? [] : texts.before.piecesOf({ start: first, end: first + 1 });
    const sent = piece && kinds[lastWhere(kinds, ({ start }) => start <= piece.start)];
    if (sent === undefined) continue;
    const { start, end } = texts.before.find(sent);
    const isSame = texts.toSent(block.start, 'start') === start && texts.toSent(block.end, 'end') === end;
    const found = differences(sent, block).map((one) => ({ start: sent.start, end: sent.end, ...one }));
    (block.isWhole && isSame ? changes : unclear).push(...found);
  }
  return { changes, unclear };
}

/** Where the first of a paragraph's words that went out stood. */
function firstKept({ start, end }: PlacedBlock, { silent, toSent }: AlignedTexts): number | undefined {
  let at = start;
  for (let index = lastWhere(silent, ({ newStart }) => newStart <= at); index < silent.length; index += 1) {
    const stretch = silent[index];
    if (stretch === undefined) continue;
    if (stretch.newStart > at) break;
    at = Math.max(at, stretch.newEnd);
  }
  return at < end ? toSent(at, 'start') : undefined;
}

type Difference = Omit<ReturnedFormatting, 'start' | 'end'>;

function differences(sent: PlacedKind, { kind }: PlacedBlock): readonly Difference[] {
  const { former } = kind;
  const differ = <T>(
    was: T,
    is: T,
    before: T | undefined,
    changeTo: (value: T) => FormattingChange,
  ): readonly Difference[] => {
    if (was === is) return [];
    const who = before === was ? former : null;
    return [
      {
        change: changeTo(is),
        was: changeTo(was),
        kind: who === null ? 'untracked' : 'tracked',
        authors: who === null ? [] : [who.author],
        at: who?.at ?? null,
      },
    ];
  };
  const quoted = (one: KindInWord): boolean => isQuote(sent, one);
  return [
    ...differ(sent.kind, kind.kind, former?.kind, (value) => ({ type: 'kind', kind: value })),
    ...differ(sent.list, kind.list, former?.list, (list) => ({ type: 'list', list })),
    ...differ(sent.isQuote, quoted(kind), former === null ? undefined : quoted(former), (isOn) => ({
      type: 'quote',
      isOn,
    })),
  ];
}

/** A quotation goes out as a paragraph that is set in, and another may be set in for other reasons. */
function isQuote(sent: PlacedKind, { isQuote: isStyled, isIndented, list }: KindInWord): boolean {
  return isStyled || (sent.isQuote && (isIndented || list !== null || sent.list !== null));
}
