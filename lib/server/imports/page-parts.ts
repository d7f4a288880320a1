import 'server-only';

/** How long a part is at least, in characters. */
const partLength = 200_000;

/**
 * The HTML of what an element holds, in parts: cut only before a block, so that the parts read one after the other say
 * what the whole says. Boxes that hold nothing but one other box are opened.
 */
export function partsOf(element: Element): string[] {
  const only = element.childElementCount === 1 ? element.firstElementChild : null;
  if (only !== null && boxes.has(only.localName) && hasNoWords(element)) return partsOf(only);
  const parts: string[] = [];
  let pieces: string[] = [];
  let length = 0;
  for (const child of Array.from(element.childNodes)) {
    if (length >= partLength && isBlock(child)) {
      parts.push(pieces.join(''));
      pieces = [];
      length = 0;
    }
    const html = isElement(child)
      ? child.outerHTML
      : child.nodeType === 3
        ? escaped(child.nodeValue ?? '')
        : '';
    pieces.push(html);
    length += html.length;
  }
  return [...parts, pieces.join('')];
}

const boxes = new Set(['div', 'main', 'article', 'section']);
const cutBefore = new Set([
  ...boxes,
  ...'p h1 h2 h3 h4 h5 h6 ul ol blockquote table pre figure hr header footer aside'.split(' '),
]);

const isElement = (node: Node): node is Element => node.nodeType === 1;
const isBlock = (node: Node): boolean => isElement(node) && cutBefore.has(node.localName);

const hasNoWords = (element: Element): boolean =>
  Array.from(element.childNodes).every((node) => node.nodeType !== 3 || node.nodeValue?.trim() === '');

const escaped = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
