import { expect, it } from 'vitest';
import { dueText } from './due-text';

const now = new Date('2026-03-11T12:00:00.000Z');
const text = (due: string) => dueText(new Date(due), now);

it('says in words whether a claim is late, and by how much', () => {
  expect(text('2026-03-11T15:00:00.000Z')).toEqual({ text: 'Due in 3 h', isOverdue: false });
  expect(text('2026-03-13T12:00:00.000Z')).toEqual({ text: 'Due in 2 d', isOverdue: false });
  expect(text('2026-03-11T11:48:00.000Z')).toEqual({ text: 'Overdue by 12 min', isOverdue: true });
  expect(text('2026-03-11T12:00:20.000Z')).toEqual({ text: 'Due now', isOverdue: false });
  expect(text('2026-04-02T12:00:00.000Z')).toEqual({ text: 'Due 2 Apr', isOverdue: false });
  expect(text('2026-02-02T12:00:00.000Z')).toEqual({ text: 'Overdue since 2 Feb', isOverdue: true });
});
