import { describe, expect, it } from 'vitest';
import { evidenceFieldsSchema } from '@/lib/domain/evidence';
import { blankValues } from '@/lib/workbench/blank-drafts';
import { clashProblems, problemsOf } from './field-problems';

describe('problemsOf', () => {
  it('puts the first sentence against each field beside its name', () => {
    const checked = evidenceFieldsSchema.safeParse({
      ...blankValues('2026-03-03').evidence,
      address: 'example.org',
      accessedOn: 'yesterday',
    });
    expect(checked.success ? {} : problemsOf(checked.error)).toEqual({
      title: 'Give the evidence a title.',
      address: 'Give a whole web address that begins with http:// or https://.',
      accessedOn: 'Give the day as year-month-day, for example 2026-03-14.',
    });
  });
});

describe('clashProblems', () => {
  it('sends one to the choice above, beside each field that two have changed', () => {
    expect(clashProblems(['title', 'locator'])).toEqual({
      title: 'Choose above which of the two stands.',
      locator: 'Choose above which of the two stands.',
    });
  });
});
