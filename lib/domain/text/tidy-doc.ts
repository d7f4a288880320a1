import {
  type ArticleBlock,
  type ArticleDoc,
  type ArticleInline,
  type ArticleNode,
  type ArticleParent,
  isTextBlock,
  type ListItem,
  type TextBlock,
} from '../article-doc';

/**
 * A document as it came out of an editor, with what an editor does not know: Unicode normal form C, no blank lines
 * before the first words, and a marker on each item of a list whose other items have one. A tidy one stays as it is.
 */
export function tidyDoc(doc: ArticleDoc): ArticleDoc {
  let isFirst = true;
  const tidyBlock = (block: TextBlock): TextBlock => {
    const lead = isFirst ? block.attrs.lead.replace(/^\s+/u, '') : block.attrs.lead;
    isFirst = false;
    const tidy = { ...block, ...(block.content && { content: block.content.map(normal) }) };
    return tidy.type === 'heading'
      ? { ...tidy, attrs: { ...tidy.attrs, lead } }
      : { ...tidy, attrs: { lead } };
  };
  const visit = <N extends ArticleNode>(node: N): N => {
    const whole: ArticleNode = node;
    if (whole.type === 'horizontalRule' || whole.type === 'pageBreak') return node;
    const tidy: ArticleNode = isTextBlock(whole) ? tidyBlock(whole) : withTidyChildren(whole);
    return tidy as N; // each kind of node becomes the same kind
  };
  const withTidyChildren = (parent: ArticleParent): ArticleNode => {
    const listed =
      parent.type === 'bulletList' || parent.type === 'orderedList' ? withMarkers(parent) : parent;
    const children: readonly ArticleNode[] = listed.content;
    // the same node with its own children, each of the kind that it was
    return { ...listed, content: children.map(visit) } as ArticleNode;
  };
  return { type: 'doc', content: doc.content.map(visit) };
}

const normal = (inline: ArticleInline): ArticleInline =>
  inline.type === 'text' ? { ...inline, text: inline.text.normalize('NFC') } : inline;

/** What an editor gives a block that it has made. */
const madeByEditor = '\n\n';

type List = Extract<ArticleBlock, { readonly type: 'bulletList' | 'orderedList' }>;

function withMarkers(list: List): List {
  const markers = list.content.map((item) => /\S.*$/u.exec(leadOf(item) ?? '')?.[0]);
  const known = markers.find((marker) => marker !== undefined);
  if (known === undefined) return list;
  const start = list.type === 'orderedList' ? list.attrs.start : 0;
  const content = list.content.map((item, index) => {
    if (leadOf(item) !== madeByEditor) return item;
    const marker = list.type === 'orderedList' ? known.replace(/\d+/u, String(start + index)) : known;
    return withLead(item, `\n${marker}`);
  });
  return { ...list, content };
}

function leadOf({ content: [first] }: ListItem): string | undefined {
  return first !== undefined && isTextBlock(first) ? first.attrs.lead : undefined;
}

function withLead(item: ListItem, lead: string): ListItem {
  const [first, ...rest] = item.content;
  if (first === undefined || !isTextBlock(first)) return item;
  const block =
    first.type === 'heading' ? { ...first, attrs: { ...first.attrs, lead } } : { ...first, attrs: { lead } };
  return { ...item, content: [block, ...rest] };
}
