import type { FactKind } from '@/lib/domain/facts/facts';

const times = (count: number): string => (count === 1 ? '1 place' : `${count} places`);
const kinds: Readonly<Record<FactKind, string>> = {
  number: 'Number',
  name: 'Name',
  date: 'Date',
  quotation: 'Quotation',
};

/** Words of what an article says again, and of what a new text says otherwise in one place only. */
export const repeats = {
  title: 'Says again',
  hint: 'Numbers, names, dates and quotations that stand in several places, however they are written. Found by rules.',
  list: 'What the article says again',
  reading: 'Looking for what is said again…',
  none: 'Nothing is said twice.',
  kinds,
  inPlaces: times,
  more: (count: number): string => `Show ${count} more`,
  place: (at: number, of: number, said: string): string => `“${said}”, place ${at} of ${of}`,
  onCard: 'Also elsewhere in this article',
  goTo: (said: string): string => `Go to “${said}”`,
  leftBehind: 'Changed in one place only',
  leftBehindHint:
    'Since it came in, the text has come to say these otherwise in one place, and as before in others.',
  leftBehindList: 'What the new text left behind',
  changed: (before: string, after: string): string => `“${before}” is now “${after}”`,
  still: (count: number, since: number): string => `as before in ${times(count)}, since revision ${since}`,
  goToStill: (said: string, at: number, of: number): string =>
    `Still as before, place ${at} of ${of}: “${said}”`,
  elsewhereNow: (before: string, after: string, since: number): string =>
    `Elsewhere “${before}” is “${after}” since revision ${since}. Check this one too.`,
  goToChanged: (after: string): string => `Go to “${after}”`,
  contradictions: 'May contradict each other',
  contradictionsHint: 'Figures that may be meant to be the same. Found by rules: look at both.',
  contradictionList: 'Figures that may contradict each other',
  contradicts: (other: string): string => `Elsewhere the article says “${other}”. Do both hold?`,
  leftBehindFailed:
    'Earlier revisions could not be fetched to see what was left behind. Close this and open it again.',
} as const;
