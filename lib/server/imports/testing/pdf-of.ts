import PDFDocument from 'pdfkit';

export type Kit = InstanceType<typeof PDFDocument>;

/** A PDF that `draw` has drawn, for tests. */
export function pdfOf(draw: (kit: Kit) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const kit = new PDFDocument({ size: 'A4', margin: 72, ...options });
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    kit.on('data', (part: Buffer) => parts.push(part));
    kit.on('end', () => resolve(Buffer.concat(parts)));
    kit.on('error', reject);
    draw(kit);
    kit.end();
  });
}
