import type { Pen } from './draw-lines';

/** How many pages there are, which every page says and only the last one knows. */
export type Total = {
  /** Room for the number, in points. */
  readonly width: number;
  /** Sets it on the present page, its left end on the line at `baseline`. */
  readonly draw: (x: number, baseline: number) => void;
  readonly write: (pages: number) => void;
};

const size = 8;

/**
 * One form (PDF 1.7, section 8.10) that all pages show and that is filled in at the end, so that no page waits in memory
 * for the last one.
 */
export function openTotal({ doc, faces, set }: Pen): Total {
  const [run] = faces.runsOf('0', { family: 'sans', isBold: false, isItalic: false });
  const font = faces.embedded(run?.font ?? '');
  const width = set('000', font).width * size;
  const about: Record<string, unknown> = { Type: 'XObject', Subtype: 'Form', BBox: [0, -size, 60, size] };
  const form = doc.ref(about);
  return {
    width,
    draw(x, baseline) {
      // What a page's resources hold is left out of pdfkit's types.
      const { xobjects } = doc.page as unknown as { readonly xobjects: Record<string, unknown> };
      xobjects.PageTotal = form;
      doc.addContent(`q 1 0 0 -1 ${x.toFixed(2)} ${baseline.toFixed(2)} cm /PageTotal Do Q`);
    },
    write(pages) {
      about.Resources = { Font: { [font.id]: font.ref() } };
      const words = set(String(pages), font).show(size);
      form.end(Buffer.from(`BT /${font.id} ${size} Tf 0.357 0.337 0.306 rg ${words} ET`));
    },
  };
}
