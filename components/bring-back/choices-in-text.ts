import type { BackInPlan } from '@/lib/exchange/back-in';

type Choice = { readonly id: string; readonly kind: string; readonly isConflict?: boolean };

/** What of the text can be chosen: its changes, those of its looks, and its headline. */
export function choicesIn(text: BackInPlan['text']): readonly Choice[] {
  if (text === undefined) return [];
  return [...(text.headline === null ? [] : [text.headline]), ...text.changes, ...text.formatting];
}

/** What somebody has marked as meant, for who may change the text; what was changed here as well is looked at first. */
export function meantChanges(text: BackInPlan['text'], mayRevise: boolean): ReadonlySet<string> {
  const meant = choicesIn(text).filter(({ kind, isConflict }) => kind !== 'untracked' && isConflict !== true);
  return new Set(mayRevise ? meant.map(({ id }) => id) : []);
}
