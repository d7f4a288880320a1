import { describe, expect, it } from 'vitest';
import { plainToRichText } from '@/lib/domain/rich-text';
import { blankValues, isBlankDraft } from './blank-drafts';
import type { Draft } from './drafts';

const blank = blankValues('2026-03-03');
const place = { annotationId: 'a', itemId: 'i', base: null, state: 'writing', message: null } as const;

const begun: readonly Draft[] = [
  { ...place, kind: 'note', values: blank.note },
  { ...place, kind: 'evidence', values: blank.evidence },
  { ...place, kind: 'flag', values: blank.flag },
  { ...place, kind: 'look', values: blank.look },
  { ...place, kind: 'claim', values: blank.claim },
];
const typed: readonly Draft[] = [
  { ...place, kind: 'note', values: plainToRichText('Called the ministry.') },
  { ...place, kind: 'evidence', values: { ...blank.evidence, locator: 'p. 6' } },
  { ...place, kind: 'flag', values: { ...blank.flag, reason: 'odd' } },
  { ...place, kind: 'look', values: { note: 'fine' } },
  { ...place, kind: 'claim', values: { ...blank.claim, claimTypes: ['statistic'] } },
];

describe('isBlankDraft', () => {
  it.each(begun)('holds nothing in a $kind just begun', (draft) => expect(isBlankDraft(draft)).toBe(true));
  it.each(typed)('holds something in a $kind with words', (draft) => expect(isBlankDraft(draft)).toBe(false));

  it('holds nothing when a change changes nothing, and something when it empties', () => {
    const values = plainToRichText('As it was');
    const change: Draft = { ...place, kind: 'note', base: { version: 1, values }, values };
    expect(isBlankDraft(change)).toBe(true);
    expect(isBlankDraft({ ...change, values: plainToRichText('') })).toBe(false);
  });
});
