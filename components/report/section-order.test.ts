import { describe, expect, it } from 'vitest';
import { reportSections } from '@/lib/domain/report/report-arrangement';
import { moved, sectionsInOrder } from './section-order';

describe('the order of sections', () => {
  it('stays as somebody put it while sections are switched off and on', () => {
    const put = moved(reportSections, reportSections, 'method', -1);
    expect(put.slice(0, 4)).toEqual(['summary', 'legend', 'method', 'text']);
    const without = put.filter((section) => section !== 'legend');
    expect(sectionsInOrder(put, without)).toEqual(put);
  });

  it('is that of a preset once it is chosen, with what it leaves out behind', () => {
    const preset = ['changes', 'text'] as const;
    expect(sectionsInOrder(reportSections, preset)).toEqual([
      'changes',
      'text',
      'summary',
      'legend',
      'method',
      'dissent',
      'replies',
    ]);
  });

  it('passes over sections that a copy does not have', () => {
    const shown = ['summary', 'legend', 'text', 'method'] as const;
    const all = ['summary', 'dissent', 'legend', 'text', 'method', 'replies', 'changes'] as const;
    expect(moved(all, shown, 'legend', -1).indexOf('legend')).toBe(0);
    expect(moved(all, shown, 'method', 1)).toEqual(all);
  });
});
