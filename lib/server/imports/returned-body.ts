import 'server-only';
import {
  beginOfArticle,
  endOfArticle,
  firstWords,
  lineBreak,
  type ReturnedParagraph,
  type ReturnedPiece,
  type ReturnedPlace,
  type Tracked,
  textLabel,
} from '@/lib/exchange/docx/returned-word';
import type { DocxStyles } from './docx-styles';
import { whoAndWhen } from './docx-tracked';
import { formattingReader } from './returned-formatting';
import { linkReader } from './returned-links';
import { rangeReader } from './returned-ranges';
import { decodeEntities } from './xml-text';
import { type XmlTag, xmlTokens } from './xml-tokens';

/** The article of a Word file, where its comments stand, and the words that stand in boxes beside it. */
export type ReturnedBody = {
  readonly paragraphs: readonly ReturnedParagraph[];
  readonly ranges: ReadonlyMap<string, { readonly start: ReturnedPlace; readonly end: ReturnedPlace }>;
  readonly boxes: readonly string[];
};

/** What the other parts of the file say of styles, and of addresses by their ids. */
export type BodyContext = {
  readonly styles: DocxStyles;
  readonly hrefOf: (id: string) => string | undefined;
};

/** Reads the text part of a Word file with all that is tracked in it, in one pass, from where the article begins to where it ends. */
export function readReturnedBody(xml: string, context: BodyContext): ReturnedBody {
  const body = bodyReader(context);
  for (const token of xmlTokens(xml)) {
    if (typeof token === 'string') body.hear(token);
    else if (body.read(token) === 'end') return body.whole();
  }
  return body.whole('About this check');
}

type Open = { pieces: ReturnedPiece[]; length: number; mark: Tracked[] };
type Side = (tag: XmlTag) => unknown;

/** Long, because it is one pass over the XML, whose every element may change what the next one means. */
function bodyReader({ styles, hrefOf }: BodyContext) {
  const paragraphs: ReturnedParagraph[] = [];
  const boxes: string[] = [];
  const tracked: Tracked[] = [];
  const ranges = rangeReader();
  const links = linkReader(hrefOf);
  const formatting = formattingReader(styles, links.href);
  /** How deep inside of what is no text; `look` is 1 in the properties of a paragraph and 2 in those of its end. */
  const inside = { skip: 0, former: 0, box: 0, look: 0, move: '', isText: false };
  let open: Open | undefined;
  let hasBegun = false;
  const add = (text: string): void => {
    if (inside.box > 0) boxes[boxes.length - 1] = (boxes.at(-1) ?? '') + text;
    else if (open !== undefined && text !== '') {
      open.pieces.push({ text, tracked: [...tracked], look: formatting.look() });
      open.length += text.length;
    }
  };
  /** What was read stands before the article, and so does the line on which the reader is. */
  const begin = (): void => {
    [paragraphs.length, boxes.length] = [0, 0];
    ranges.forget();
    open = undefined;
    hasBegun = true;
  };
  const close = (): void => {
    if (open !== undefined)
      paragraphs.push({ pieces: open.pieces, mark: open.mark, kind: formatting.kind() });
    open = undefined;
    if (!hasBegun && wordsOf(paragraphs.at(-1)) === textLabel && isFront(paragraphs)) begin();
  };
  const place = (): ReturnedPlace => ({ paragraph: paragraphs.length, offset: open?.length ?? 0 });
  const change = (tag: XmlTag, kind: Tracked['kind']): void => {
    const move = tag.name.startsWith('w:move') ? inside.move : null;
    if (tag.isClosing) tracked.pop();
    else if (!tag.isEmpty) tracked.push({ kind, ...whoAndWhen(tag), move });
    else if (inside.look === 2) open?.mark.push({ kind, ...whoAndWhen(tag), move });
  };
  const moveRange: Side = ({ attribute }) => {
    inside.move = attribute('w:name') ?? '';
  };
  const words: Side = ({ isClosing, isEmpty }) => {
    inside.isText = !(isClosing || isEmpty);
  };
  const sides: Readonly<Record<string, Side>> = {
    'w:ins': (tag) => change(tag, 'added'),
    'w:moveTo': (tag) => change(tag, 'added'),
    'w:del': (tag) => change(tag, 'removed'),
    'w:moveFrom': (tag) => change(tag, 'removed'),
    'w:moveFromRangeStart': moveRange,
    'w:moveToRangeStart': moveRange,
    'w:bookmarkStart': ({ attribute }) => {
      if (attribute('w:name') === beginOfArticle) begin();
      if (attribute('w:name') !== endOfArticle) return undefined;
      // What stands before the bookmark in its own paragraph was typed there.
      if (open !== undefined && open.length > 0) close();
      return 'end';
    },
    'w:txbxContent': ({ isClosing }) => {
      inside.box += isClosing ? -1 : 1;
      if (!isClosing && inside.box === 1) boxes.push('');
    },
    'w:p': ({ isClosing, isEmpty }) => {
      if (inside.box > 0) add(isClosing ? '\n' : '');
      else if (isClosing) close();
      else if (isEmpty) paragraphs.push({ pieces: [], mark: [] });
      else open = { pieces: [], length: 0, mark: [] };
    },
    'w:pPr': ({ isClosing, isEmpty }) => {
      if (!isEmpty) inside.look = isClosing ? 0 : 1;
    },
    'w:rPr': ({ isClosing, isEmpty }) => {
      if (inside.look > 0 && !isEmpty) inside.look = isClosing ? 1 : 2;
    },
    'w:t': words,
    'w:delText': words,
    'w:tab': () => add(inside.look === 0 ? '\t' : ''),
    // A break of page or column is a matter of paper.
    'w:br': ({ attribute }) => add(/^(?:textWrapping)?$/.test(attribute('w:type') ?? '') ? lineBreak : ''),
    'w:cr': () => add(lineBreak),
    'w:noBreakHyphen': () => add('\u2011'),
    'w:softHyphen': () => add('\u00ad'),
    'w:commentRangeStart': ({ attribute }) => ranges.mark(attribute('w:id') ?? '', 'start', place()),
    'w:commentRangeEnd': ({ attribute }) => ranges.mark(attribute('w:id') ?? '', 'end', place()),
    'w:commentReference': ({ attribute }) => open && ranges.point(attribute('w:id') ?? '', paragraphs.length),
  };
  return {
    hear(text: string): void {
      if (inside.skip > 0) return;
      links.hear(text);
      if (inside.isText) add(decodeEntities(text));
    },
    /** Answers `end` where the article ends. */
    read(tag: XmlTag): unknown {
      if (skipped.test(tag.name)) {
        if (!tag.isEmpty) inside.skip += tag.isClosing ? -1 : 1;
        return undefined;
      }
      if (inside.skip > 0) return undefined;
      if (inside.box === 0) formatting.read(tag);
      if (former.test(tag.name) && !tag.isEmpty) inside.former += tag.isClosing ? -1 : 1;
      if (inside.former > 0) return undefined;
      links.read(tag);
      return sides[tag.name]?.(tag);
    },
    /** What was read, up to a paragraph of these words where there is one. */
    whole: (until?: string): ReturnedBody => ({
      paragraphs: until === undefined ? paragraphs : before(paragraphs, until),
      ranges: ranges.whole(),
      boxes,
    }),
  };
}

/** What is there a second time for older readers, and former properties of what is no text. */
const skipped =
  /^(?:mc:Fallback|w:(?:tbl|tblGrid|tblPrEx|tc|tr|sect)PrChange|w:tblGridChange|w:numberingChange|w:cellMerge)$/;
const former = /^w:[rp]PrChange$/;

const wordsOf = (paragraph: ReturnedParagraph | undefined): string =>
  paragraph?.pieces.map(({ text }) => text).join('') ?? '';

/** Without its bookmark, the article begins behind its label; files from before there was one have neither. */
function isFront(paragraphs: readonly ReturnedParagraph[]): boolean {
  return wordsOf(paragraphs.find((one) => wordsOf(one) !== '')).startsWith(firstWords);
}

/** Without its bookmark, the page about the check begins with its heading. */
function before(paragraphs: readonly ReturnedParagraph[], heading: string): readonly ReturnedParagraph[] {
  const at = paragraphs.findLastIndex((one) => wordsOf(one) === heading);
  return at === -1 ? paragraphs : paragraphs.slice(0, at);
}
