import 'server-only';

/** Tracked changes in a part of a document. */
export type ChangeCounts = { readonly insertions: number; readonly deletions: number };

/** How many stretches Word has marked as inserted and as deleted. */
export function countChanges(xml: string): ChangeCounts {
  return {
    insertions: xml.match(/<w:(?:ins|moveTo)\s/g)?.length ?? 0,
    deletions: xml.match(/<w:(?:del|moveFrom)\s/g)?.length ?? 0,
  };
}

/**
 * Turns tracked changes around: what was inserted counts as deleted and the other way round. A reader that accepts all
 * changes then reads the text as it was before them.
 */
export function turnChanges(xml: string): string {
  return xml
    .replace(
      /(<\/?w:)(ins|del|moveTo|moveFrom)(?=[\s/>])/g,
      (_, open: string, name: string) => open + turned[name],
    )
    .replace(/(<\/?w:)delText(?=[\s/>])/g, '$1t');
}

const turned: Readonly<Record<string, string>> = {
  ins: 'del',
  del: 'ins',
  moveTo: 'moveFrom',
  moveFrom: 'moveTo',
};
