import { describe, expect, it } from 'vitest';
import { checkStatuses } from './check';
import {
  type Course,
  daysOf,
  inClasses,
  progressSteps,
  quantile,
  spreadOf,
  stepOfStatus,
  turnaroundOf,
} from './dashboard';

const course = (over: Partial<Course>): Course => ({
  markedAt: '2026-03-01T08:00:00.000Z',
  assignedAt: null,
  proposedAt: null,
  signedOffAt: null,
  ...over,
});

describe('figures of durations', () => {
  it('has the middle and the ninth of ten, between neighbours in proportion', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3], 0.5)).toBe(2);
    expect(quantile([7], 0.9)).toBe(7);
    expect(spreadOf([10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11])).toMatchObject({ count: 11, median: 6, p90: 10 });
    expect(spreadOf([])).toBeNull();
  });

  it('puts a value at a limit into the class above it', () => {
    expect(inClasses([0, 0.99, 1, 2.5, 3, 400], [1, 3, 7])).toEqual([2, 2, 1, 1]);
    expect(inClasses([], [1])).toEqual([0, 0]);
  });

  it('times each way of a check that ended in the period, and no other', () => {
    const courses = [
      course({
        assignedAt: '2026-03-01T09:00:00.000Z',
        proposedAt: '2026-03-01T10:00:00.000Z',
        signedOffAt: '2026-03-01T14:00:00.000Z',
      }),
      course({ proposedAt: '2026-03-01T12:00:00.000Z' }),
      course({ markedAt: '2026-02-01T08:00:00.000Z', proposedAt: '2026-02-02T08:00:00.000Z' }),
      course({}),
    ];
    const spans = turnaroundOf(courses, '2026-03-01T00:00:00.000Z');
    expect(spans.mark_to_proposal).toMatchObject({ count: 2, median: 3 });
    expect(spans.assignment_to_proposal).toMatchObject({ count: 1, median: 1 });
    expect(spans.proposal_to_sign_off).toMatchObject({ count: 1, median: 4 });
    expect(spans.mark_to_sign_off).toMatchObject({ count: 1, median: 6 });
    expect(turnaroundOf([], '2026-03-01T00:00:00.000Z').mark_to_proposal).toBeNull();
  });

  it('does not count an assignment that came after the proposal', () => {
    const late = course({
      assignedAt: '2026-03-02T09:00:00.000Z',
      proposedAt: '2026-03-01T10:00:00.000Z',
    });
    expect(turnaroundOf([late], '2026-03-01T00:00:00.000Z').assignment_to_proposal).toBeNull();
  });
});

describe('days', () => {
  it('lists each day of the period once, also the empty ones', () => {
    const days = daysOf(
      [
        course({ proposedAt: '2026-03-03T10:00:00.000Z' }),
        course({ signedOffAt: '2026-03-03T23:59:59.999Z' }),
        course({ markedAt: '2026-02-01T00:00:00.000Z' }),
      ],
      '2026-02-28T12:00:00.000Z',
      '2026-03-03T12:00:00.000Z',
    );
    expect(days).toEqual([
      { day: '2026-02-28', marked: 0, proposed: 0, signedOff: 0 },
      { day: '2026-03-01', marked: 2, proposed: 0, signedOff: 0 },
      { day: '2026-03-02', marked: 0, proposed: 0, signedOff: 0 },
      { day: '2026-03-03', marked: 0, proposed: 1, signedOff: 1 },
    ]);
  });
});

it('puts every check status into one step', () => {
  expect(checkStatuses.map((status) => progressSteps.includes(stepOfStatus[status]))).not.toContain(false);
});
