import { describe, expect, it } from 'vitest';
import { dueText, usualDueTimes } from './due-text';

const now = new Date(2026, 2, 3, 14, 0);
const inHours = (hours: number): string => new Date(now.getTime() + hours * 3_600_000).toISOString();

describe('dueText', () => {
  it.each([
    [2, false, 'Due in 2 h', false],
    [-3, false, 'Overdue 3 h', true],
    [-3, true, 'Due 3 h', false],
  ])('reads %s hours from now, done: %s', (hours, isDone, text, isOverdue) => {
    expect(dueText(inHours(hours), now, isDone)).toEqual({ text, isOverdue });
  });

  it('gives the day of what is long overdue', () => {
    expect(dueText(inHours(-24 * 30), now, false)).toEqual({ text: 'Overdue since 1 Feb', isOverdue: true });
  });
});

describe('usualDueTimes', () => {
  it('offers only what lies ahead', () => {
    expect(usualDueTimes(now)).toHaveLength(4);
    const evening = new Date(2026, 2, 3, 19, 30);
    const offered = usualDueTimes(evening);
    expect(offered).toHaveLength(3);
    expect(offered.every(({ at }) => new Date(at) > evening)).toBe(true);
  });
});
