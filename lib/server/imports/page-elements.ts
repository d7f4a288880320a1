import 'server-only';

/** The elements of a page, looked up in one walk over it: each search of its own walks over the whole page again. */
export type PageElements = {
  /** Those with one of these names, in order for each name. */
  readonly named: (...names: readonly string[]) => readonly Element[];
  /** Those that a reader does not see, by their own attributes. */
  readonly hidden: readonly Element[];
};

/** Looks over a page once. What is taken off the page later stays in the lists. */
export function elementsOf(page: Document): PageElements {
  const byName = new Map<string, Element[]>();
  const hidden: Element[] = [];
  for (const element of Array.from(page.getElementsByTagName('*'))) {
    const { localName } = element;
    const same = byName.get(localName);
    if (same === undefined) byName.set(localName, [element]);
    else same.push(element);
    if (!outermost.has(localName) && isHidden(element)) hidden.push(element);
  }
  return { named: (...names) => names.flatMap((name) => byName.get(name) ?? []), hidden };
}

/** A page that hides itself until its scripts have run is meant to be read. */
const outermost = new Set(['html', 'head', 'body']);

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return style !== null && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}
