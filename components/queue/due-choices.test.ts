import { expect, it } from 'vitest';
import { timeOf, timeOnDay } from './due-choices';

// A Wednesday, at a quarter to five in the reader's own zone.
const now = new Date(2026, 2, 11, 16, 45);
const local = (...parts: [number, number, number, number]) => new Date(...parts).toISOString();

it('offers the evening of today, tomorrow and the next Monday', () => {
  expect(timeOf('today', now, 18)).toBe(local(2026, 2, 11, 18));
  expect(timeOf('tomorrow', now, 9)).toBe(local(2026, 2, 12, 9));
  expect(timeOf('next_week', now, 9)).toBe(local(2026, 2, 16, 9));
  expect(timeOf('next_week', new Date(2026, 2, 16, 8), 9)).toBe(local(2026, 2, 23, 9));
  expect(timeOf('next_week', new Date(2026, 2, 15, 8), 9)).toBe(local(2026, 2, 16, 9));
});

it('offers nothing that is past', () => {
  expect(timeOf('today', now, 16)).toBeUndefined();
});

it('reads a day that somebody chose', () => {
  expect(timeOnDay('2026-12-24', 18)).toBe(local(2026, 11, 24, 18));
  expect(timeOnDay('', 18)).toBeUndefined();
  expect(timeOnDay('nonsense', 18)).toBeUndefined();
});
