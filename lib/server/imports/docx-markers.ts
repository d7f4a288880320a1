import 'server-only';
import {
  type ArticleBlock,
  type ArticleInline,
  type ArticleNode,
  childrenOf,
  isTextBlock,
  type TextBlock,
} from '@/lib/domain/article-doc';

/** Two characters that stand nowhere in a document; between them the number of a comment is written into its text. */
export type MarkerSigns = { readonly open: string; readonly close: string };

/** Where a comment begins and ends: which text block (in reading order) and how far into it. */
export type MarkerPlace = { readonly block: number; readonly offset: number };
export type Marked = { readonly start: MarkerPlace; readonly end: MarkerPlace };

/** Signs that the document does not use itself, from the characters that Unicode leaves to private use. */
export function freeSigns(xml: string): MarkerSigns {
  const free: string[] = [];
  for (let code = 0xe000; code < 0xf8ff && free.length < 2; code += 1) {
    const sign = String.fromCharCode(code);
    if (
      !xml.includes(sign) &&
      !xml.includes(`&#${code};`) &&
      !xml.toLowerCase().includes(`&#x${code.toString(16)};`)
    )
      free.push(sign);
  }
  const [open = '', close = ''] = free;
  return { open, close };
}

/** Writes the edges of each comment into the text itself, so that they come through whatever reads it. */
export function writeMarkers(xml: string, { open, close }: MarkerSigns): string {
  let depth = 0;
  let waiting = '';
  const ranged = new Set(
    Array.from(xml.matchAll(/<w:commentRangeStart\b[^>]*w:id="(\d{1,9})"/g), ([, id]) => id),
  );
  return xml.replace(
    /<w:p(?=[\s>])[^>]*?(\/?)>|<\/w:p>|<w:(commentRangeStart|commentRangeEnd|commentReference)\b[^>]*w:id="(\d{1,9})"[^>]*>/g,
    (tag, selfClosed: string | undefined, kind: string | undefined, id: string | undefined) => {
      if (kind === undefined) {
        if (tag === '</w:p>') depth -= 1;
        if (tag === '</w:p>' || selfClosed === '/') return tag;
        depth += 1;
        const now = waiting;
        waiting = '';
        return tag + now;
      }
      if (kind === 'commentReference') return ranged.has(id) ? tag : `${tag}<w:t>${open}p${id}${close}</w:t>`;
      const run = `<w:r><w:t>${open}${kind === 'commentRangeStart' ? 's' : 'e'}${id}${close}</w:t></w:r>`;
      if (depth > 0) return run;
      waiting += run;
      return '';
    },
  );
}

/** Takes the markers out of blocks that were read; blocks that held nothing else go. Counts blocks as they are then. */
export function takeMarkers(
  blocks: readonly ArticleBlock[],
  { open, close }: MarkerSigns,
): { readonly blocks: readonly ArticleBlock[]; readonly marked: ReadonlyMap<string, Marked> } {
  const pattern = new RegExp(`${open}([spe])(\\d+)${close}`, 'g');
  const edges = new Map<string, { start?: MarkerPlace; end?: MarkerPlace }>();
  let block = 0;
  const note = (kind: string, id: string, offset: number): void => {
    const known = edges.get(id) ?? {};
    if (kind !== 'e') known.start ??= { block, offset: kind === 'p' ? 0 : offset };
    if (kind !== 's') known.end = { block, offset: kind === 'p' ? Number.MAX_SAFE_INTEGER : offset };
    edges.set(id, known);
  };
  const cleanText = (node: TextBlock): TextBlock | null => {
    let offset = 0;
    const content = (node.content ?? []).flatMap((part): ArticleInline[] => {
      if (part.type !== 'text') {
        offset += 1;
        return [part];
      }
      let removed = 0;
      const text = part.text.replace(pattern, (found, kind: string, id: string, at: number) => {
        note(kind, id, offset + at - removed);
        removed += found.length;
        return '';
      });
      offset += text.length;
      return text === '' ? [] : [{ ...part, text }];
    });
    const hadText = (node.content ?? []).length > 0;
    if (hadText && content.every((part) => part.type === 'text' && part.text.trim() === '')) return null;
    block += 1;
    return { ...node, content: joined(content) };
  };
  const visit = (node: ArticleNode): ArticleNode | null => {
    if (isTextBlock(node)) return cleanText(node);
    const children = childrenOf(node);
    if (children.length === 0) return node;
    const content = children.flatMap((child) => visit(child) ?? []);
    if (content.length > 0) return { ...node, content } as ArticleNode;
    if (node.type !== 'tableCell') return null;
    block += 1;
    return { ...node, content: [{ type: 'paragraph', attrs: { lead: '' } }] };
  };
  // Top-level nodes stay top-level nodes: only their insides were visited.
  const clean = blocks.flatMap((node) => visit(node) ?? []) as ArticleBlock[];
  const marked = new Map<string, Marked>();
  for (const [id, { start, end }] of edges) {
    if (start !== undefined)
      marked.set(id, { start, end: end ?? { ...start, offset: Number.MAX_SAFE_INTEGER } });
  }
  return { blocks: clean, marked };
}

/** Neighbours that only a marker divided are one text again. */
function joined(content: readonly ArticleInline[]): ArticleInline[] {
  return content.reduce<ArticleInline[]>((all, part) => {
    const last = all.at(-1);
    const isSame =
      last?.type === 'text' &&
      part.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(part.marks);
    if (isSame) all[all.length - 1] = { ...last, text: last.text + part.text };
    else all.push(part);
    return all;
  }, []);
}
