/** The parts of a font in the order in which Microsoft's own schema has them (Open XML SDK, CT_Font). */
const order = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

/** The styles of a workbook with the parts of each font in their order: the package writes them in another. */
export function inFontOrder(styles: string): string {
  return styles.replaceAll(/<font>(.*?)<\/font>/gs, (_, inside: string) => {
    const parts = inside.match(/<\w+[^>]*\/>/g) ?? [];
    const rank = (part: string): number => order.indexOf(/\w+/.exec(part)?.[0] ?? '');
    return `<font>${parts.toSorted((a, b) => rank(a) - rank(b)).join('')}</font>`;
  });
}
