import 'server-only';
import type { ArticleBlock, ListItem } from '@/lib/domain/article-doc';

/**
 * Gives each text block its lead: an empty line between blocks, `1. ` or `• ` before a list item, two spaces more for
 * each level. The first block of the article begins the text.
 */
export function withLeads(blocks: readonly ArticleBlock[]): ArticleBlock[] {
  return leadBlocks(blocks, { isFirst: true, marker: null }, 0);
}

/** `marker`: the lead that the next text block gets because it opens a list item. */
type State = { isFirst: boolean; marker: string | null };

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
      return block;
    case 'blockquote':
      return { ...block, content: leadBlocks(block.content, state, level) };
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
    const gap = index === 0 && level === 0 ? '\n\n' : '\n';
    state.marker = gap + '  '.repeat(level) + markerAt(index);
    const content = leadBlocks(item.content, state, level + 1);
    state.marker = null;
    return { type: 'listItem', content };
  });
}

function nextLead(state: State): string {
  const lead = state.marker ?? '\n\n';
  const isFirst = state.isFirst;
  state.marker = null;
  state.isFirst = false;
  return isFirst ? lead.replace(/^\n+/, '') : lead;
}
