import type { RichBlock, RichInline, RichText } from '@/lib/domain/rich-text';

/** A stretch of words in one look. */
export type Run = {
  readonly text: string;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  /** An address that `isSafeHref` allows. */
  readonly href?: string | undefined;
  /** What a suggested wording takes out or puts in. */
  readonly change?: 'removed' | 'added' | undefined;
};

/** One paragraph of a report, the same for every format that writes paragraphs. `item` is a line of a list. */
export type Line = {
  readonly kind: 'plain' | 'facts' | 'quote' | 'wording' | 'item';
  readonly runs: readonly Run[];
};

/** A paragraph of plain words. */
export function line(kind: Line['kind'], ...runs: readonly (Run | string)[]): Line {
  return { kind, runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)) };
}

/** The words of a paragraph without their look. */
export function wordsOfLine({ runs }: Line): string {
  return runs.map(({ text }) => text).join('');
}

/** A note's body as paragraphs; items of lists keep their number or dash, quotes stand as quotes. */
export function richTextToLines(body: RichText): readonly Line[] {
  return body.content.flatMap((node) => blockToLines(node, 'plain'));
}

function blockToLines(node: RichBlock, kind: Line['kind']): readonly Line[] {
  switch (node.type) {
    case 'paragraph':
      return [{ kind, runs: (node.content ?? []).map(toRun) }];
    case 'blockquote':
      return node.content.flatMap((child) => blockToLines(child, 'quote'));
    default:
      return node.content.flatMap((item, index) => {
        const lead = node.type === 'orderedList' ? `${index + 1}. ` : '– ';
        return item.content.flatMap((child, place) => {
          const lines = blockToLines(child, 'item');
          return place > 0 ? lines : lines.map((one, first) => (first > 0 ? one : withLead(one, lead)));
        });
      });
  }
}

const withLead = ({ kind, runs }: Line, lead: string): Line => ({ kind, runs: [{ text: lead }, ...runs] });

function toRun(part: RichInline): Run {
  if (part.type === 'hardBreak') return { text: '\n' };
  const marks = part.marks ?? [];
  return {
    text: part.text,
    bold: marks.some(({ type }) => type === 'bold'),
    italic: marks.some(({ type }) => type === 'italic'),
    href: marks.flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []))[0],
  };
}
