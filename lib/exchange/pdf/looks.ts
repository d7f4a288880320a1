import type { Mark } from '@/lib/domain/annotation';
import type { Line, Run } from '../written-line';
import type { Look, StyledRun, Underline } from './lay-out';

const serif = { family: 'serif', isBold: false, isItalic: false } as const;
const sans = { family: 'sans', isBold: false, isItalic: false } as const;
const ink = '#1D1B18';
const quiet = '#5B564E';

/** The looks of a PDF, in the colours of the other reports on white paper. */
export const looks = {
  title: { face: { ...serif, isBold: true }, size: 23, color: ink },
  kicker: { face: sans, size: 8.5, color: quiet },
  heading: { face: { ...serif, isBold: true }, size: 14, color: ink },
  body: { face: serif, size: 11, color: ink },
  code: { face: sans, size: 9.5, color: ink },
  page: { face: sans, size: 7.5, color: '#77716A' },
  entry: { face: sans, size: 8.6, color: ink },
  entryBold: { face: { ...sans, isBold: true }, size: 8.6, color: ink },
  facts: { face: sans, size: 7.8, color: quiet },
  quote: { face: { ...serif, isItalic: true }, size: 9.4, color: quiet },
} as const satisfies Record<string, Look>;

/** A mark by colour, and without colour by the line under it. */
export const markLooks: Readonly<
  Record<Mark, { readonly color: string; readonly fill: string | undefined; readonly under: Underline }>
> = {
  claim: { color: '#9A4407', fill: '#FDECC8', under: { style: 'solid', color: '#9A4407' } },
  opinion: { color: '#6F3599', fill: '#F0E4FA', under: { style: 'wavy', color: '#6F3599' } },
  sourced_fact: { color: '#166045', fill: '#D9F1E3', under: { style: 'double', color: '#166045' } },
  no_fact: { color: '#625D53', fill: undefined, under: { style: 'dotted', color: '#625D53' } },
};

/** A line that other formats write too, as runs in the look of annotations. */
export function styledLine({ kind, runs }: Line): readonly StyledRun[] {
  const base = kind === 'quote' ? looks.quote : kind === 'facts' ? looks.facts : looks.entry;
  return runs.map((run) => ({ text: run.text, look: lookOf(run, base) }));
}

function lookOf({ bold, italic, change, href }: Run, base: Look): Look {
  const face = {
    ...base.face,
    isBold: base.face.isBold || bold === true,
    isItalic: base.face.isItalic || italic === true,
  };
  const changed =
    change === undefined
      ? {}
      : change === 'removed'
        ? { color: '#A5211A', isStruck: true }
        : { color: '#166045', fill: '#D9F1E3' };
  return { ...base, face, href, ...changed };
}
