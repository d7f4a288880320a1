import type { RichBlock, RichInline, RichText } from '@/lib/domain/rich-text';

/** Text as it may stand in HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A note's body as HTML with the elements p, strong, em, a, ul, ol, li, blockquote and br only. */
export function richTextToHtml(body: RichText): string {
  return body.content.map(blockToHtml).join('');
}

function blockToHtml(node: RichBlock): string {
  switch (node.type) {
    case 'paragraph':
      return `<p>${(node.content ?? []).map(inlineToHtml).join('')}</p>`;
    case 'blockquote':
      return `<blockquote>${node.content.map(blockToHtml).join('')}</blockquote>`;
    default: {
      const tag = node.type === 'bulletList' ? 'ul' : 'ol';
      const items = node.content.map((item) => `<li>${item.content.map(blockToHtml).join('')}</li>`);
      return `<${tag}>${items.join('')}</${tag}>`;
    }
  }
}

function inlineToHtml(part: RichInline): string {
  if (part.type === 'hardBreak') return '<br>';
  return (part.marks ?? []).reduceRight((html, mark) => {
    if (mark.type === 'link')
      return `<a href="${escapeHtml(mark.attrs.href)}" rel="noopener noreferrer">${html}</a>`;
    return mark.type === 'bold' ? `<strong>${html}</strong>` : `<em>${html}</em>`;
  }, escapeHtml(part.text));
}
