import 'server-only';
import { cutText } from '@/lib/domain/text/cut-text';
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
import { instantOf } from './docx-comments';
import { decodeEntities } from './xml-text';

/** The article of a Word file, where its comments stand, and the words that stand in boxes beside it. */
export type ReturnedBody = {
  readonly paragraphs: readonly ReturnedParagraph[];
  readonly ranges: ReadonlyMap<string, { readonly start: ReturnedPlace; readonly end: ReturnedPlace }>;
  readonly boxes: readonly string[];
};

type Open = { pieces: ReturnedPiece[]; length: number; mark: Tracked[] };

const changeTags: Readonly<Record<string, Tracked['kind']>> = {
  'w:ins': 'added',
  'w:moveTo': 'added',
  'w:del': 'removed',
  'w:moveFrom': 'removed',
};
/** What the XML says of former looks and of older readers; none of it is text. */
const skipped = /^(?:w:\w+Change|mc:Fallback)$/;

/**
 * Reads the text part of a Word file with all that is tracked in it, from where the article begins to where it ends.
 * Long, because it is one pass over the XML, whose every element may change what the next one means.
 */
export function readReturnedBody(xml: string): ReturnedBody {
  const paragraphs: ReturnedParagraph[] = [];
  const edges = new Map<string, { start?: ReturnedPlace; end?: ReturnedPlace }>();
  const boxes: string[] = [];
  const tracked: Tracked[] = [];
  const inside = { skip: 0, box: 0, look: 0, move: '' };
  let open: Open | undefined;
  let isText = false;
  let hasBegun = false;
  const add = (text: string): void => {
    if (inside.box > 0) boxes[boxes.length - 1] = (boxes.at(-1) ?? '') + text;
    else if (open !== undefined && text !== '') {
      open.pieces.push({ text, tracked: [...tracked] });
      open.length += text.length;
    }
  };
  /** What was read stands before the article, and so does the line on which the reader is. */
  const begin = (): void => {
    [paragraphs.length, boxes.length] = [0, 0];
    edges.clear();
    open = undefined;
    hasBegun = true;
  };
  const close = (): void => {
    if (open !== undefined) paragraphs.push({ pieces: open.pieces, mark: open.mark });
    open = undefined;
    if (!hasBegun && wordsOf(paragraphs.at(-1)) === textLabel && isFront(paragraphs)) begin();
  };
  const mark = (id: string, edge: 'start' | 'end'): void => {
    const place = { paragraph: paragraphs.length, offset: open?.length ?? 0 };
    const known = edges.get(id) ?? {};
    edges.set(id, edge === 'start' ? { start: place, ...known } : { ...known, end: place });
  };
  /** A comment without a range is about the paragraph that it stands in. */
  const point = (id: string): void => {
    const paragraph = paragraphs.length;
    if (!edges.has(id) && open !== undefined)
      edges.set(id, { start: { paragraph, offset: 0 }, end: { paragraph, offset: Number.MAX_SAFE_INTEGER } });
  };
  for (const [token, closing, name = '', attributes = '', empty] of xml.matchAll(
    /<(\/?)([\w:]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>|[^<]+/g,
  )) {
    const isClosing = closing === '/';
    const isEmpty = empty === '/';
    if (name === '') {
      if (isText && inside.skip === 0) add(decodeEntities(token));
      continue;
    }
    if (skipped.test(name)) {
      if (!isEmpty) inside.skip += isClosing ? -1 : 1;
      continue;
    }
    if (inside.skip > 0) continue;
    const kind = changeTags[name];
    if (kind !== undefined) {
      const change = {
        kind,
        ...whoAndWhen(attributes),
        move: name.startsWith('w:move') ? inside.move : null,
      };
      if (isClosing) tracked.pop();
      else if (!isEmpty) tracked.push(change);
      else if (inside.look === 2) open?.mark.push(change);
      continue;
    }
    switch (name) {
      case 'w:bookmarkStart':
        if (attribute(attributes, 'w:name') === beginOfArticle) begin();
        if (attribute(attributes, 'w:name') !== endOfArticle) break;
        // What stands before the bookmark in its own paragraph was typed there.
        if (open !== undefined && open.length > 0) close();
        return { paragraphs, ranges: wholeRanges(edges), boxes };
      case 'w:moveFromRangeStart':
      case 'w:moveToRangeStart':
        inside.move = attribute(attributes, 'w:name') ?? '';
        break;
      case 'w:txbxContent':
        inside.box += isClosing ? -1 : 1;
        if (!isClosing && inside.box === 1) boxes.push('');
        break;
      case 'w:p':
        if (inside.box > 0) add(isClosing ? '\n' : '');
        else if (isClosing) close();
        else if (isEmpty) paragraphs.push({ pieces: [], mark: [] });
        else open = { pieces: [], length: 0, mark: [] };
        break;
      case 'w:pPr':
        if (!isEmpty) inside.look = isClosing ? 0 : 1;
        break;
      case 'w:rPr':
        if (inside.look > 0 && !isEmpty) inside.look = isClosing ? 1 : 2;
        break;
      case 'w:t':
      case 'w:delText':
        isText = !(isClosing || isEmpty);
        break;
      case 'w:tab':
        if (inside.look === 0) add('\t');
        break;
      case 'w:br':
        // A break of page or column is a matter of paper.
        if (/^(?:textWrapping)?$/.test(attribute(attributes, 'w:type') ?? '')) add(lineBreak);
        break;
      case 'w:cr':
        add(lineBreak);
        break;
      case 'w:noBreakHyphen':
        add('\u2011');
        break;
      case 'w:softHyphen':
        add('\u00ad');
        break;
      case 'w:commentRangeStart':
        mark(attribute(attributes, 'w:id') ?? '', 'start');
        break;
      case 'w:commentRangeEnd':
        mark(attribute(attributes, 'w:id') ?? '', 'end');
        break;
      case 'w:commentReference':
        point(attribute(attributes, 'w:id') ?? '');
        break;
      default:
    }
  }
  return { paragraphs: withoutAbout(paragraphs), ranges: wholeRanges(edges), boxes };
}

const wordsOf = (paragraph: ReturnedParagraph | undefined): string =>
  paragraph?.pieces.map(({ text }) => text).join('') ?? '';

/** Without its bookmark, the article begins behind its label; files from before there was one have neither. */
function isFront(paragraphs: readonly ReturnedParagraph[]): boolean {
  return wordsOf(paragraphs.find((one) => wordsOf(one) !== '')).startsWith(firstWords);
}

/** Without its bookmark, the page about the check begins with its heading. */
function withoutAbout(paragraphs: readonly ReturnedParagraph[]): readonly ReturnedParagraph[] {
  const at = paragraphs.findLastIndex((one) => wordsOf(one) === 'About this check');
  return at === -1 ? paragraphs : paragraphs.slice(0, at);
}

function wholeRanges(edges: ReadonlyMap<string, { start?: ReturnedPlace; end?: ReturnedPlace }>) {
  const whole = [...edges].flatMap(([id, { start, end }]) =>
    start !== undefined && end !== undefined ? ([[id, { start, end }]] as const) : [],
  );
  return new Map(whole);
}

function whoAndWhen(attributes: string): Pick<Tracked, 'author' | 'at'> {
  const author = attribute(attributes, 'w:author')?.trim() || 'Not named in the file';
  return { author: cutText(author, 300), at: instantOf(attribute(attributes, 'w:date')) };
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : decodeEntities(found);
}
