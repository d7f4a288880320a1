import { describe, expect, it } from 'vitest';
import { linesUnder } from './lines-under';

const box = (left: number, right: number, bottom = 100) => ({ left, right, bottom });

describe('strokes under a stretch of text', () => {
  it('joins the boxes of a line, of marks within marks too', () => {
    expect(linesUnder([box(10, 50), box(50, 90), box(20, 40, 103)])).toEqual([box(10, 90, 103)]);
  });

  it('begins anew on each line', () => {
    expect(linesUnder([box(60, 90), box(0, 40, 130)])).toEqual([box(60, 90), box(0, 40, 130)]);
  });

  it('leaves out what lies between two runs of a line, as where writing directions mix', () => {
    expect(linesUnder([box(70, 90), box(10, 30)])).toEqual([box(10, 30), box(70, 90)]);
  });

  it('draws nothing under an empty box', () => {
    expect(linesUnder([box(10, 10)])).toEqual([]);
  });
});
