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
};

export type PdfPage = { readonly width: number; readonly height: number; readonly words: readonly PdfWord[] };

/** What a PDF holds: the words of each page, and its own title. */
export type PdfContent = { readonly pages: readonly PdfPage[]; readonly title: string };

/** Reads the words of each page. Throws INVALID for what is locked, damaged or without a page. */
export async function readPdfWords(bytes: Uint8Array): Promise<PdfContent> {
  const pdf = await open(bytes);
  const pages: PdfPage[] = [];
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const words = items.flatMap((item) => ('str' in item ? wordOf(item) : []));
      pages.push({ width, height, words });
      page.cleanup();
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

type TextItem = {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
};

function wordOf({ str, dir, transform, width }: TextItem): PdfWord[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
  const size = Math.hypot(c, d);
  // Letters that stand on their side are stamps and margins, not lines of the text.
  const isTurned = Math.abs(b) > Math.abs(a);
  if (str.trim() === '' || size === 0 || isTurned) return [];
  return [{ text: str, x, end: x + width, y, size, isRightToLeft: dir === 'rtl' }];
}

function damaged(): DomainError {
  return new DomainError('INVALID', 'This PDF is damaged or cut off and cannot be read.');
}
