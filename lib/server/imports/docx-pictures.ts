import 'server-only';

/**
 * The text of a document with every picture bound to something that its relationships (`rels`) know. Of a picture only
 * the description is read, so one that has gone missing is no reason to refuse the words around it.
 */
export function bindPictures(xml: string, rels: string): string {
  const known = Array.from(rels.matchAll(/<Relationship\b[^>]*\bId="([^"]+)"/g), ([, id = '']) => id);
  const ids = new Set(known);
  const [first] = known;
  return xml.replace(
    /(<(?:a:blip|v:imagedata)\b[^>]*?)\s(r:(?:embed|link|id))="([^"]*)"/g,
    (whole, before: string, name: string, id: string) => {
      if (ids.has(id)) return whole;
      if (first === undefined) return before;
      return `${before} ${name === 'r:id' ? 'r:id' : 'r:link'}="${first}"`;
    },
  );
}
