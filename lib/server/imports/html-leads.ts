import 'server-only';
import type { ArticleBlock, ListItem, TableRow } from '@/lib/domain/article-doc';

/**
 * Gives each text block its lead: an empty line between blocks, `1. ` or `• ` before a list item, two spaces more for
 * each level. The first block of the article begins the text.
 */
export function withLeads(blocks: readonly ArticleBlock[]): ArticleBlock[] {
  return leadBlocks(blocks, { isFirst: true, marker: null, gap: '\n\n' }, 0);
}

/** `marker`: the lead that the next text block gets because it opens a list item or a cell. `gap`: that of any other. */
type State = { isFirst: boolean; marker: string | null; gap: string };

function leadBlocks(blocks: readonly ArticleBlock[], state: State, level: number): ArticleBlock[] {
  return blocks.map((block) => leadBlock(block, state, level));
}

function leadBlock(block: ArticleBlock, state: State, level: number): ArticleBlock {
  switch (block.type) {
    case 'paragraph':
    case 'codeBlock':
      return { ...block, attrs: { lead: nextLead(state) } };
    case 'heading':
      return { ...block, attrs: { ...block.attrs, lead: nextLead(state) } };
    case 'horizontalRule':
    case 'pageBreak':
      return block;
    case 'blockquote':
    case 'figure':
      return { ...block, content: leadBlocks(block.content, state, level) };
    case 'table':
      return { ...block, content: leadRows(block.content, state, level) };
    case 'bulletList':
      return { ...block, content: leadItems(block.content, state, level, () => '• ') };
    case 'orderedList': {
      const { start } = block.attrs;
      return { ...block, content: leadItems(block.content, state, level, (index) => `${start + index}. `) };
    }
  }
}

function leadItems(
  items: readonly ListItem[],
  state: State,
  level: number,
  markerAt: (index: number) => string,
): ListItem[] {
  return items.map((item, index) => {
    const gap = index > 0 ? '\n' : level === 0 ? '\n\n' : (inCell(state.marker) ?? '\n');
    state.marker = gap + '  '.repeat(level) + markerAt(index);
    const content = leadBlocks(item.content, state, level + 1);
    state.marker = null;
    return { type: 'listItem', content };
  });
}

/** A line for each row, a tab between its cells; paragraphs inside a cell begin a line of their own. */
function leadRows(rows: readonly TableRow[], state: State, level: number): TableRow[] {
  const outer = state.gap;
  const leading = rows.map(
    (row, index): TableRow => ({
      ...row,
      content: row.content.map((cell, place) => {
        state.marker = place > 0 ? '\t' : index > 0 ? '\n' : (state.marker ?? outer);
        state.gap = '\n';
        return { ...cell, content: leadBlocks(cell.content, state, level + 1) };
      }),
    }),
  );
  state.gap = outer;
  return leading;
}

function nextLead(state: State): string {
  const lead = state.marker ?? state.gap;
  const isFirst = state.isFirst;
  state.marker = null;
  state.isFirst = false;
  return isFirst ? lead.replace(/^\n+/, '') : lead;
}

/** The lead of a cell that a list opens; a list item's marker gives way to the list inside it. */
const inCell = (marker: string | null): string | null =>
  marker === null || marker.trim() !== '' ? null : marker;
