import { extractText, getDocumentProxy } from 'unpdf';
import yauzl from 'yauzl';
import type { ExportFormatName } from '../formats';

/** Everything that can be read in an exported file, for tests that look for words in it. */
export async function wordsOfFile(bytes: Uint8Array, format: ExportFormatName): Promise<string> {
  if (format === 'pdf') {
    const document = await getDocumentProxy(new Uint8Array(bytes));
    const [{ text }, { info }] = await Promise.all([
      extractText(document, { mergePages: true }),
      document.getMetadata(),
    ]);
    return `${text}\n${JSON.stringify(info)}`;
  }
  if (format !== 'docx' && format !== 'xlsx') return Buffer.from(bytes).toString();
  const parts = await unzip(bytes);
  return [...parts]
    .map(
      ([name, content]) =>
        `${name}\n${content.replaceAll(/<[^>]*>/g, (tag) => (tag.includes('="') ? ` ${tag} ` : ''))}`,
    )
    .join('\n');
}

/** The files of a zip archive, as text. */
export async function unzip(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>();
  const archive = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  for await (const entry of archive.eachEntry()) {
    const stream = await archive.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    parts.set(entry.fileName, Buffer.concat(chunks).toString());
  }
  return parts;
}
