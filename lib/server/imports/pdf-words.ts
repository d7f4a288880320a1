import 'server-only';
import { getDocumentProxy } from 'unpdf';
import { DomainError } from '@/lib/domain/errors';

/** A run of characters as it stands on a page. Points; `y` is the baseline, counted upwards from the foot of the page. */
export type PdfWord = {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  readonly isRightToLeft: boolean;
  /** The name of its font in the file, and the marked content that it belongs to. */
  readonly font: string;
  readonly content: string | undefined;
};

/** What a tagged file says of a picture, and the words after which it stands; none where it comes first. */
export type PdfFigure = { readonly alt: string; readonly after: PdfWord | undefined };

export type PdfPage = {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PdfWord[];
  readonly figures: readonly PdfFigure[];
};

/** What a PDF holds: the words of each page, and its own title. */
export type PdfContent = { readonly pages: readonly PdfPage[]; readonly title: string };

/** How many pages are read, and how many there are. */
type OnPage = (pages: { readonly done: number; readonly all: number }) => void;

/** Reads the words of each page. Throws INVALID for what is locked, damaged or without a page. */
export async function readPdfWords(bytes: Uint8Array, onPage: OnPage = () => undefined): Promise<PdfContent> {
  const pdf = await open(bytes);
  const pages: PdfPage[] = [];
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const words = wordsOf(items);
      const figures = figuresOf(await page.getStructTree(), words);
      pages.push({ width, height, words, figures });
      page.cleanup();
      onPage({ done: number, all: pdf.numPages });
    }
    const { info } = await pdf.getMetadata();
    const title = Reflect.get(info, 'Title');
    return { pages, title: typeof title === 'string' ? title.trim().normalize('NFC') : '' };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    // The library's own words are about objects and streams.
    throw damaged();
  }
}

async function open(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { stopAtErrors: false, verbosity: 0 });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new DomainError('INVALID', 'This PDF is protected by a password. Save it without one first.');
    }
    throw damaged();
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
type Items = Awaited<ReturnType<Page['getTextContent']>>['items'];

/** The words in the order of the file; each knows the innermost marked content around it that has a name. */
function wordsOf(items: Items): PdfWord[] {
  const around: (string | undefined)[] = [];
  return items.flatMap((item) => {
    if ('str' in item)
      return wordOf(
        item,
        around.findLast((id) => id !== undefined),
      );
    if (item.type === 'endMarkedContent') around.pop();
    else around.push(item.id ?? undefined);
    return [];
  });
}

type StructTree = Awaited<ReturnType<Page['getStructTree']>>;
type StructChild = NonNullable<StructTree>['children'][number];

/** The pictures of a tagged page that have a description, each with the words before it in the order of the tags. */
function figuresOf(tree: StructTree, words: readonly PdfWord[]): PdfFigure[] {
  const last = new Map(words.map((word) => [word.content, word]));
  const figures: PdfFigure[] = [];
  let after: PdfWord | undefined;
  const visit = (node: StructChild): void => {
    if (!('children' in node)) {
      after = ('id' in node ? last.get(node.id) : undefined) ?? after;
      return;
    }
    const alt = 'alt' in node && typeof node.alt === 'string' ? node.alt.replace(/\s+/g, ' ').trim() : '';
    if (alt !== '' && 'role' in node && node.role === 'Figure')
      figures.push({ alt: alt.normalize('NFC'), after });
    for (const child of node.children) visit(child);
  };
  if (tree !== null) visit(tree);
  return figures;
}

type TextItem = {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
};

function wordOf({ str, dir, transform, width, fontName }: TextItem, content: string | undefined): PdfWord[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
  const size = Math.hypot(c, d);
  // Letters that stand on their side are stamps and margins, not lines of the text.
  const isTurned = Math.abs(b) > Math.abs(a);
  if (str.trim() === '' || size === 0 || isTurned) return [];
  return [{ text: str, x, end: x + width, y, size, isRightToLeft: dir === 'rtl', font: fontName, content }];
}

function damaged(): DomainError {
  return new DomainError(
    'INVALID',
    'This PDF is damaged or cut off and cannot be read. Fetch it once more, or paste its text.',
  );
}
