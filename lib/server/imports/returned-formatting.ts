import 'server-only';
import { type FormattingMark, formattingMarks } from '@/lib/domain/text/formatting-of';
import type { ReturnedKind, ReturnedLook } from '@/lib/exchange/docx/returned-word';
import { isOn, markTags } from './docx-marks';
import type { DocxStyles } from './docx-styles';
import { whoAndWhen } from './docx-tracked';
import type { XmlTag } from './xml-tokens';

/** Gathers what a Word file says of the looks of its words and paragraphs, and what stood there before a tracked change. */
export type FormattingReader = {
  /** Each tag of a file in order. */
  readonly read: (tag: XmlTag) => void;
  /** The looks of the words that are being read. */
  readonly look: () => ReturnedLook | undefined;
  /** What the paragraph is that is being read. */
  readonly kind: () => ReturnedKind;
};

/** `linked` is the address of the link that is being read. */
export function formattingReader(styles: DocxStyles, linked: () => string | null): FormattingReader {
  let run = emptyRun();
  let formerRun: (RunProperties & Who) | undefined;
  let paragraph = emptyParagraph();
  let formerParagraph: (ParagraphProperties & Who) | undefined;
  const inside = { paragraph: false, formerRun: false, formerParagraph: false };
  const sides: Readonly<Record<string, (tag: XmlTag) => void>> = {
    'w:p': ({ isClosing }) => {
      if (!isClosing) [paragraph, formerParagraph] = [emptyParagraph(), undefined];
    },
    'w:r': ({ isClosing }) => {
      if (!isClosing) [run, formerRun] = [emptyRun(), undefined];
    },
    'w:pPr': ({ isClosing, isEmpty }) => {
      if (!isEmpty && !inside.formerParagraph) inside.paragraph = !isClosing;
    },
    'w:rPrChange': (tag) => {
      inside.formerRun = !tag.isClosing && !tag.isEmpty;
      if (!tag.isClosing && !inside.paragraph) formerRun = { ...emptyRun(), ...whoAndWhen(tag) };
    },
    'w:pPrChange': (tag) => {
      inside.formerParagraph = !tag.isClosing && !tag.isEmpty;
      if (!tag.isClosing) formerParagraph = { ...emptyParagraph(), ...whoAndWhen(tag) };
    },
  };
  return {
    read(tag) {
      const side = sides[tag.name];
      if (side !== undefined) side(tag);
      else if (tag.isClosing) return;
      else if (inside.paragraph || inside.formerParagraph)
        readParagraph(inside.formerParagraph ? formerParagraph : paragraph, tag);
      else readRun(inside.formerRun ? formerRun : run, tag);
    },
    look() {
      const href = linked();
      const marks = marksIn(run, styles);
      const former = formerRun && {
        author: formerRun.author,
        at: formerRun.at,
        marks: marksIn(formerRun, styles),
      };
      return marks.length === 0 && href === null && former === undefined
        ? undefined
        : { marks, href, former: former ?? null };
    },
    kind() {
      const former = formerParagraph && {
        author: formerParagraph.author,
        at: formerParagraph.at,
        ...kindIn(formerParagraph, styles),
      };
      return { ...kindIn(paragraph, styles), former: former ?? null };
    },
  };
}

type Who = ReturnType<typeof whoAndWhen>;
type RunProperties = {
  style: string | undefined;
  isRightToLeft: boolean;
  readonly own: Map<string, boolean>;
};
type ParagraphProperties = {
  style: string | undefined;
  outline: number | undefined;
  numbering: string | undefined;
  level: number;
  isIndented: boolean;
};

const emptyRun = (): RunProperties => ({ style: undefined, isRightToLeft: false, own: new Map() });
const emptyParagraph = (): ParagraphProperties => ({
  style: undefined,
  outline: undefined,
  numbering: undefined,
  level: 0,
  isIndented: false,
});

function readRun(run: RunProperties | undefined, tag: XmlTag): void {
  if (run === undefined) return;
  const mark = markTags[tag.name];
  if (mark !== undefined)
    run.own.set(
      mark,
      isOn(tag) || (tag.name !== 'w:u' && run.own.get(mark) === true && /strike/.test(tag.name)),
    );
  else if (tag.name === 'w:bCs' || tag.name === 'w:iCs') run.own.set(tag.name, isOn(tag));
  else if (tag.name === 'w:rtl') run.isRightToLeft = isOn(tag);
  else if (tag.name === 'w:rStyle') run.style = tag.attribute('w:val');
  else if (tag.name === 'w:vertAlign') {
    run.own.set('superscript', tag.attribute('w:val') === 'superscript');
    run.own.set('subscript', tag.attribute('w:val') === 'subscript');
  }
}

/** Letters that run from right to left are bold by a property of their own. */
function marksIn(
  { style, own, isRightToLeft }: RunProperties,
  styles: DocxStyles,
): readonly FormattingMark[] {
  const byStyle = styles.marksOf(style);
  const complex: Partial<Record<FormattingMark, string>> = isRightToLeft
    ? { bold: 'w:bCs', italic: 'w:iCs' }
    : {};
  return formattingMarks.filter((mark) => own.get(complex[mark] ?? mark) ?? byStyle.get(mark) ?? false);
}

function readParagraph(paragraph: ParagraphProperties | undefined, { name, attribute }: XmlTag): void {
  if (paragraph === undefined) return;
  if (name === 'w:pStyle') paragraph.style = attribute('w:val');
  else if (name === 'w:outlineLvl') paragraph.outline = Number(attribute('w:val'));
  else if (name === 'w:numId') paragraph.numbering = attribute('w:val');
  else if (name === 'w:ilvl') paragraph.level = Number(attribute('w:val'));
  else if (name === 'w:ind')
    paragraph.isIndented = Number(attribute('w:left') ?? attribute('w:start') ?? 0) > 0;
}

function kindIn({ style, outline, numbering, level, isIndented }: ParagraphProperties, styles: DocxStyles) {
  return {
    kind: styles.kindOf(style, outline),
    list: styles.listOf(style, numbering, level),
    isQuote: styles.isQuote(style),
    isIndented,
  };
}
