import { create, type Font, type Glyph } from 'fontkit';
import type { WritingDirection } from '@/lib/domain/direction';
import { openFaces } from '../pdf/faces';
import { type Fragment, type LaidLine, type Look, layOut } from '../pdf/lay-out';
import { shapeWords } from '../pdf/shape-words';
import { hasRightToLeft } from '../text-direction';

/** Sets words in any script as lines of a width, and draws lines as outlines of SVG: who shows them needs no font. */
export type Outlines = {
  readonly lines: (
    text: string,
    look: Look,
    width: number,
    direction?: WritingDirection | null,
  ) => readonly LaidLine[];
  /** `x` is the left edge of the line, `y` the line that the letters stand on. */
  readonly draw: (line: LaidLine, x: number, y: number) => string;
};

/** Opens the fonts that reports are set with (`pdf/faces`), each when a character first needs it. */
export function openOutlines(): Outlines {
  const faces = openFaces((_, bytes) => ({ font: fontOf(bytes) }));
  const measure = (text: string, name: string, size: number): number => {
    if (name === '') return 0;
    const { font } = faces.embedded(name);
    return (shapeWords(text, font).advanceWidth * size) / font.unitsPerEm;
  };
  return {
    lines: (text, look, width, direction) => layOut([{ text, look }], width, { faces, measure }, direction),
    draw: ({ fragments }, x, y) =>
      fragments
        .map((fragment) => drawFragment(fragment, faces.embedded(fragment.font).font, x + fragment.x, y))
        .join(''),
  };
}

/** None of the fonts is a collection. */
function fontOf(bytes: Buffer): Font {
  const font = create(bytes);
  if (!('unitsPerEm' in font)) throw new Error('A collection of fonts is no font.');
  return font;
}

function drawFragment({ words, look }: Fragment, font: Font, left: number, y: number): string {
  const scale = look.size / font.unitsPerEm;
  let x = left;
  const shapes = words.map((word) => {
    const bare = word.trimEnd();
    const space = shapeWords(word.slice(bare.length), font).advanceWidth * scale;
    // The space behind a word from right to left stands left of it.
    const start = hasRightToLeft(bare) ? x + space : x;
    const { glyphs, positions, advanceWidth } = shapeWords(bare, font);
    let pen = start;
    const drawn = glyphs.map((glyph, index) => {
      const place = positions[index];
      const at = { x: pen + (place?.xOffset ?? 0) * scale, y: y - (place?.yOffset ?? 0) * scale };
      pen += (place?.xAdvance ?? glyph.advanceWidth) * scale;
      return outline(glyph, at, scale);
    });
    x += advanceWidth * scale + space;
    return drawn.join('');
  });
  return `<g fill="${look.color}">${shapes.join('')}</g>`;
}

function outline(glyph: Glyph, { x, y }: { x: number; y: number }, scale: number): string {
  const path = glyph.path.toSVG();
  if (path === '') return '';
  return `<path transform="translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})" d="${path}"/>`;
}
