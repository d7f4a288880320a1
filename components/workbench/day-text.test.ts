import { describe, expect, it } from 'vitest';
import { dayText, localDay } from './day-text';

describe('dayText', () => {
  it('shows the same day in every time zone', () => expect(dayText('2026-03-03')).toBe('3 Mar 2026'));
});

describe('localDay', () => {
  it("gives the day of the reader's own clock", () => {
    expect(localDay(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05');
    expect(localDay(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
  });
});
