import type { WritingDirection } from '@/lib/domain/direction';
import type { Report } from '@/lib/domain/report/report';
import type { LaidLine, Look } from '../pdf/lay-out';
import { type Outlines, openOutlines } from './outline-words';
import { previewSize } from './preview-size';
import { type PreviewCount, type PreviewWords, previewWords } from './preview-words';

const edge = 76;
const inner = previewSize.width - 2 * edge;
const ink = '#1D1B18';
const quiet = '#5B564E';
const sans = { family: 'sans', isBold: false, isItalic: false } as const;
const looks = {
  kicker: { face: { ...sans, isBold: true }, size: 26, color: quiet },
  count: { face: { ...sans, isBold: true }, size: 25, color: ink },
  label: { face: sans, size: 25, color: quiet },
  day: { face: sans, size: 23, color: quiet },
} as const satisfies Record<string, Look>;

/** Colours of the outcomes, told apart by their words as well. */
const colors: Readonly<Record<PreviewCount['key'], string>> = {
  confirmed: '#166045',
  confirmed_with_change: '#B8700F',
  incorrect: '#A5211A',
  on_author: '#6F3599',
  unverifiable: '#625D53',
  cut: '#7A3B12',
  not_checkable: '#8A8478',
  sourced_fact: '#4E9A7B',
  open: '#D9D3C6',
};

/** The picture that a preview of a published report shows. Made of the copy that is published, and of nothing else. */
export function reportToSvg(report: Report): {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
} {
  return { svg: previewSvg(previewWords(report), report.article.direction), ...previewSize };
}

/** What a preview says as an SVG of outlines: the headline largest, what the statements came to, team and day. */
export function previewSvg(words: PreviewWords, direction: WritingDirection | null): string {
  const outlines = openOutlines();
  const { size, lines } = headlineLines(words.headline, direction, outlines);
  const headline = lines.map((line, index) =>
    outlines.draw(line, edge, 168 + size * 0.6 + index * size * 1.18),
  );
  const { width, height } = previewSize;
  const dayWidth = outlines.lines(words.day, looks.day, inner)[0]?.width ?? 0;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#FBFAF6"/><rect width="${width}" height="12" fill="${ink}"/>`,
    oneLine(`Fact check · ${words.team}`, looks.kicker, { x: edge, most: inner - dayWidth - 40 }, outlines),
    oneLine(words.day, looks.day, { x: edge + inner - dayWidth, most: inner }, outlines),
    ...headline,
    bar(words.counts),
    legend(words.counts, outlines),
    '</svg>',
  ].join('');
}

/** As large as few lines allow; what has no room in four of the smallest ends in dots. */
function headlineLines(
  headline: string,
  direction: WritingDirection | null,
  outlines: Outlines,
): { readonly size: number; readonly lines: readonly LaidLine[] } {
  const set = (text: string, size: number): readonly LaidLine[] =>
    outlines.lines(
      text,
      { face: { family: 'serif', isBold: true, isItalic: false }, size, color: ink },
      inner,
      direction,
    );
  for (const [size, most] of [
    [72, 2],
    [62, 3],
    [54, 4],
    [46, 4],
  ] as const) {
    const lines = set(headline, size);
    if (lines.length <= most) return { size, lines };
  }
  const size = 46;
  return { size, lines: shortened(headline, (text) => set(text, size), 4) };
}

function shortened(
  text: string,
  set: (text: string) => readonly LaidLine[],
  most: number,
): readonly LaidLine[] {
  const signs = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)];
  const upTo = (count: number): readonly LaidLine[] =>
    set(
      `${signs
        .slice(0, count)
        .map(({ segment }) => segment)
        .join('')
        .trimEnd()}…`,
    );
  const whole = set(text);
  if (whole.length <= most) return whole;
  let [fits, over] = [0, signs.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (upTo(middle).length <= most) fits = middle;
    else over = middle;
  }
  return upTo(fits);
}

type Place = { readonly x: number; readonly most: number };

/** A line at the head of the picture. */
function oneLine(text: string, look: Look, { x, most }: Place, outlines: Outlines): string {
  return shortened(text, (words) => outlines.lines(words, look, most), 1)
    .map((line) => outlines.draw(line, x, 100))
    .join('');
}

function bar(counts: readonly PreviewCount[]): string {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let x = edge;
  const parts = counts.map(({ key, count }) => {
    const width = (inner * count) / total;
    const part = `<rect x="${x.toFixed(1)}" y="418" width="${Math.max(2, width - 4).toFixed(1)}" height="18" fill="${colors[key]}"/>`;
    x += width;
    return part;
  });
  return parts.join('');
}

/** Each count with its colour and its words, in as many lines as they need. */
function legend(counts: readonly PreviewCount[], outlines: Outlines): string {
  let [x, y] = [edge, 482];
  return counts
    .map(({ key, label, count }) => {
      const [number, words] = [
        outlines.lines(String(count), looks.count, inner),
        outlines.lines(label, looks.label, inner),
      ];
      const [numberWidth, wordsWidth] = [number[0]?.width ?? 0, words[0]?.width ?? 0];
      const width = 30 + numberWidth + 8 + wordsWidth;
      if (x > edge && x + width > edge + inner) [x, y] = [edge, y + 42];
      const at = x;
      x += width + 34;
      const draw = (lines: readonly LaidLine[], left: number): string =>
        lines.map((line) => outlines.draw(line, left, y)).join('');
      return `<rect x="${at}" y="${y - 18}" width="19" height="19" fill="${colors[key]}"/>${draw(number, at + 30)}${draw(words, at + 30 + numberWidth + 8)}`;
    })
    .join('');
}
