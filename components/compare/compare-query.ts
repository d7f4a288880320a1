import { type Drift, driftKinds } from '@/lib/domain/reanchor/drift-of';

export const compareViews = ['side', 'inline'] as const;
export type CompareViewName = (typeof compareViews)[number];

/** What the address of a comparison says: which revisions, in which form, and which kind of change alone. */
export type CompareQuery = {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly view: CompareViewName;
  readonly only: Drift | undefined;
};

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** Reads an address; what it names wrongly is left out. A number that is none names no revision. */
export function parseCompareQuery(params: Params): CompareQuery {
  const one = (name: string): string | undefined => [params[name] ?? []].flat().at(-1);
  const number = (name: string): number | undefined => {
    const given = one(name);
    return given === undefined ? undefined : /^[1-9]\d{0,8}$/.test(given) ? Number(given) : 0;
  };
  return {
    from: number('from'),
    to: number('to'),
    view: compareViews.find((name) => name === one('view')) ?? 'side',
    only: driftKinds.find((name) => name === one('only')),
  };
}

/** The address with another form or kind; everything else in it stays. */
export function withChoice(search: string, choice: Pick<CompareQuery, 'view' | 'only'>): string {
  const params = new URLSearchParams(search);
  params.set('view', choice.view);
  if (choice.only === undefined) params.delete('only');
  else params.set('only', choice.only);
  return `?${params}`;
}
