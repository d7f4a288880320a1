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

const bulletList = Node.create({
  name: 'bulletList',
  group: 'block',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', 0],
});

const orderedList = Node.create({
  name: 'orderedList',
  group: 'block',
  content: 'listItem+',
  addAttributes: () => ({
    start: {
      default: 1,
      validate: 'number',
      parseHTML: (element: HTMLElement) => Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1,
    },
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ node }) => ['ol', node.attrs.start === 1 ? {} : { start: node.attrs.start }, 0],
});

const listItem = Node.create({
  name: 'listItem',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
});

const blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
});

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
