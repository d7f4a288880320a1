import { describe, expect, it } from 'vitest';
import { exactTime, relativeTime } from './relative-time';

const now = new Date(2026, 2, 3, 14, 0, 0);
const earlier = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe('relativeTime', () => {
  it.each([
    [0, 'just now'],
    [44, 'just now'],
    [45, '1 min'],
    [89, '1 min'],
    [12 * 60, '12 min'],
    [59.4 * 60, '59 min'],
    [59.6 * 60, '1 h'],
    [3 * 3600, '3 h'],
    [23.6 * 3600, '1 d'],
    [47 * 3600, '1 d'],
    [6.9 * 86_400, '6 d'],
    [8 * 86_400, '23 Feb'],
    [70 * 86_400, '23 Dec 2025'],
    [-20, 'just now'],
    [-3 * 3600, 'in 3 h'],
    [-23.8 * 3600, 'in 1 d'],
    [-35 * 3600, 'in 1 d'],
    [-37 * 3600, 'in 2 d'],
    [-(7 * 86_400 - 5), 'in 7 d'],
    [-7 * 86_400, 'in 7 d'],
    [7 * 86_400, '24 Feb'],
    [-8 * 86_400, '11 Mar'],
    [-6.4 * 86_400, 'in 6 d'],
    [-10 * 86_400, '13 Mar'],
  ])('says of %d seconds before now: %s', (seconds, text) => {
    expect(relativeTime(earlier(seconds), now).text).toBe(text);
  });

  it('calls only spans of the past relative, which "ago" may follow', () => {
    expect(relativeTime(earlier(3600), now).relative).toBe(true);
    expect(relativeTime(earlier(-3600), now).relative).toBe(false);
    expect(relativeTime(earlier(30 * 86_400), now).relative).toBe(false);
    expect(relativeTime(now, now).relative).toBe(false);
  });
});

describe('exactTime', () => {
  it('names weekday, date, seconds and zone', () => {
    expect(exactTime(now)).toMatch(/^Tuesday,? 3 March 2026 at 14:00:00 \S+/);
  });
});
