/**
 * How far people agree beyond chance: a number, or `undefined` with why there is none. `units` counts what went in:
 * things that at least two people judged.
 */
export type Agreement =
  | { readonly value: number; readonly units: number }
  | { readonly value: undefined; readonly units: number; readonly why: NoAgreement };

/** `no_pairs`: nothing was judged twice. `one_category`: everybody always said the same, so chance explains all. */
export type NoAgreement = 'no_pairs' | 'one_category';

/**
 * Cohen's kappa of two raters over nominal categories, -1 to 1 (Cohen, "A Coefficient of Agreement for Nominal Scales",
 * Educational and Psychological Measurement 20, 1960). Each pair is what the first and the second rater said of one unit.
 */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): Agreement {
  const units = pairs.length;
  if (units === 0) return { value: undefined, units, why: 'no_pairs' };
  const first = tally(pairs.map(([said]) => said));
  const second = tally(pairs.map(([, said]) => said));
  const agreed = pairs.filter(([a, b]) => a === b).length;
  let byChance = 0; // times units squared, so that it stays a whole number
  for (const [category, count] of first) byChance += count * (second.get(category) ?? 0);
  if (byChance === units * units) return { value: undefined, units, why: 'one_category' };
  return { value: (agreed * units - byChance) / (units * units - byChance), units };
}

/**
 * Krippendorff's alpha of any number of raters, at most 1; 0 is chance (Krippendorff, "Computing Krippendorff's
 * Alpha-Reliability", 2011). Each unit lists what was said of it, by whom does not matter; who said nothing is left out.
 * `order` lists the categories from low to high and makes the metric ordinal; without it, it is nominal. Values that are
 * not in `order` count as missing.
 */
export function krippendorffsAlpha(
  units: readonly (readonly string[])[],
  order?: readonly string[],
): Agreement {
  const judged = units.map((said) => (order ? said.filter((value) => order.includes(value)) : said));
  const pairable = judged.filter((said) => said.length > 1);
  const count = pairable.length;
  if (count === 0) return { value: undefined, units: count, why: 'no_pairs' };
  const totals = tally(pairable.flat());
  const categories = order?.filter((value) => totals.has(value)) ?? [...totals.keys()];
  if (categories.length === 1) return { value: undefined, units: count, why: 'one_category' };
  const distance = order ? ordinalDistance(categories, totals) : () => 1;
  const all = pairable.reduce((sum, said) => sum + said.length, 0);
  let observed = 0;
  let expected = 0;
  for (const [low, high] of pairsOf(categories)) {
    const apart = distance(low, high);
    for (const said of pairable)
      observed += (apart * times(said, low) * times(said, high)) / (said.length - 1);
    expected += apart * (totals.get(low) ?? 0) * (totals.get(high) ?? 0);
  }
  return { value: 1 - ((all - 1) * observed) / expected, units: count };
}

/** Krippendorff's ordinal metric: how many values lie between two ranks, half of the ranks themselves, squared. */
function ordinalDistance(
  categories: readonly string[],
  totals: ReadonlyMap<string, number>,
): (low: string, high: string) => number {
  return (low, high) => {
    const between = categories.slice(categories.indexOf(low), categories.indexOf(high) + 1);
    const sum = between.reduce((total, value) => total + (totals.get(value) ?? 0), 0);
    return (sum - ((totals.get(low) ?? 0) + (totals.get(high) ?? 0)) / 2) ** 2;
  };
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const times = (said: readonly string[], value: string): number => said.filter((one) => one === value).length;

/** Each two of a list, the earlier first. */
function pairsOf(list: readonly string[]): [string, string][] {
  return list.flatMap((one, at) => list.slice(at + 1).map((other): [string, string] => [one, other]));
}
