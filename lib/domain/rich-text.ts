/** The body of a verification note: a Tiptap document of bold, italic, links, lists and quotes. */
export type RichText = { readonly type: 'doc'; readonly content: readonly RichBlock[] };
export type RichBlock =
  | { readonly type: 'paragraph'; readonly content?: readonly RichInline[] | undefined }
  | { readonly type: 'bulletList' | 'orderedList'; readonly content: readonly RichItem[] }
  | { readonly type: 'blockquote'; readonly content: readonly RichBlock[] };
export type RichItem = { readonly type: 'listItem'; readonly content: readonly RichBlock[] };
export type RichInline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly RichMark[] | undefined }
  | { readonly type: 'hardBreak' };
export type RichMark =
  | { readonly type: 'bold' | 'italic' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } };

/** A note has at most this many characters of text. */
export const maxNoteLength = 20_000;

/** The words of a note: paragraphs separated by a line feed, list items led by a dash. */
export function richTextToPlain(body: RichText): string {
  return body.content.map((node) => plainBlock(node)).join('\n');
}

/** A note's body from plain words; each line becomes a paragraph. */
export function plainToRichText(words: string): RichText {
  return {
    type: 'doc',
    content: words
      .split('\n')
      .map((line) =>
        line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] },
      ),
  };
}

function plainBlock(node: RichBlock): string {
  switch (node.type) {
    case 'paragraph':
      return (node.content ?? []).map((part) => (part.type === 'text' ? part.text : '\n')).join('');
    case 'blockquote':
      return node.content.map(plainBlock).join('\n');
    default:
      return node.content.map((child) => `- ${child.content.map(plainBlock).join('\n')}`).join('\n');
  }
}
