import { type Extensions, getSchema, Mark, Node } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { isSafeHref } from '@/lib/domain/article-doc';

/**
 * The article as Tiptap extensions: exactly the nodes, marks and attributes of `article-doc`, nothing else passes.
 * Nothing in it edits a document by itself.
 */
export function articleExtensions(): Extensions {
  return [
    doc,
    text,
    hardBreak,
    horizontalRule,
    paragraph,
    heading,
    codeBlock,
    bulletList,
    orderedList,
    listItem,
    blockquote,
    table,
    tableRow,
    tableCell,
    figure,
    pageBreak,
    link,
    simpleMark('bold', 'strong', ['b']),
    simpleMark('italic', 'em', ['i']),
    simpleMark('underline', 'u', ['ins']),
    simpleMark('strike', 's', ['del', 'strike']),
    simpleMark('code', 'code', []),
    simpleMark('superscript', 'sup', []),
    simpleMark('subscript', 'sub', []),
  ];
}

/** The ProseMirror schema of an article, for work without an editor. */
export function articleSchema(): Schema {
  return getSchema(articleExtensions());
}

/** Written out instead of taken from a kit, whose other extensions would come along into every reader's browser. */
const doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });

const text = Node.create({ name: 'text', group: 'inline' });

const hardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
});

const horizontalRule = Node.create({
  name: 'horizontalRule',
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
});

/** The characters before a block's text; a block typed or pasted into the editor begins a new paragraph. */
const lead = { default: '\n\n', rendered: false, validate: 'string', keepOnSplit: false };

const paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  addAttributes: () => ({ lead }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
});

const heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ lead, level: { default: 2, rendered: false, validate: 'number' } }),
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node }) => [`h${node.attrs.level}`, 0],
});

const codeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'inline*',
  code: true,
  defining: true,
  addAttributes: () => ({ lead }),
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: () => ['pre', ['code', 0]],
});

const bulletList = container('bulletList', 'ul', 'listItem+', 'block');

const orderedList = Node.create({
  name: 'orderedList',
  group: 'block',
  content: 'listItem+',
  addAttributes: () => ({
    start: wholeNumber('start'),
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ node }) => ['ol', node.attrs.start === 1 ? {} : { start: node.attrs.start }, 0],
});

const listItem = container('listItem', 'li', 'block+');
const blockquote = container('blockquote', 'blockquote', 'block+', 'block');
const figure = container('figure', 'figure', 'block+', 'block');
const table = container('table', 'table', 'tableRow+', 'block');
const tableRow = container('tableRow', 'tr', 'tableCell+');

const tableCell = Node.create({
  name: 'tableCell',
  content: 'block+',
  isolating: true,
  addAttributes: () => ({
    isHeader: { default: false, rendered: false, validate: 'boolean' },
    colspan: wholeNumber('colspan'),
    rowspan: wholeNumber('rowspan'),
  }),
  parseHTML: () => [{ tag: 'td' }, { tag: 'th', attrs: { isHeader: true } }],
  renderHTML: ({ node: { attrs } }) => [
    attrs.isHeader ? 'th' : 'td',
    { colspan: attrs.colspan, rowspan: attrs.rowspan },
    0,
  ],
});

const pageBreak = Node.create({
  name: 'pageBreak',
  group: 'block',
  addAttributes: () => ({ page: { default: 1, rendered: false, validate: 'number' } }),
  renderHTML: ({ node }) => ['hr', { class: 'page-break', 'aria-label': `Page ${node.attrs.page}` }],
});

/** An attribute that is 1 unless the element says another number. */
function wholeNumber(name: string) {
  return {
    default: 1,
    validate: 'number',
    parseHTML: (element: HTMLElement) => Number.parseInt(element.getAttribute(name) ?? '1', 10) || 1,
  };
}

/** A node that only holds others. */
function container(name: string, tag: string, content: string, group = '') {
  return Node.create({
    name,
    group,
    content,
    defining: group !== 'block' || tag === 'blockquote',
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
  });
}

const link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '', validate: 'string' } }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => (isSafe(element.getAttribute('href')) ? null : false) },
  ],
  renderHTML: ({ mark }) => [
    'a',
    // Asked again here: a document may come into the editor without having passed the door.
    isSafe(mark.attrs.href)
      ? { href: mark.attrs.href, target: '_blank', rel: 'noopener noreferrer nofollow' }
      : {},
    0,
  ],
});

function simpleMark(name: string, tag: string, otherTags: readonly string[]) {
  return Mark.create({
    name,
    excludes: '',
    parseHTML: () => [tag, ...otherTags].map((known) => ({ tag: known })),
    renderHTML: () => [tag, 0],
  });
}

const isSafe = (href: unknown): boolean => isSafeHref(href);
