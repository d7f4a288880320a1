import { describe, expect, it } from 'vitest';
import { benchNames, readBenchRequest } from './bench-request';
import { figureTable, median, percentile, show, verdictOf } from './figures';

describe('npm run bench', () => {
  it('measures everything unless told otherwise', () => {
    expect(readBenchRequest([])).toEqual(benchNames);
  });

  it.each(benchNames)('measures %s alone', (name) => {
    expect(readBenchRequest(['--only', name])).toEqual([name]);
  });

  it.each([
    [['--only', 'speed'], 'There is no part "speed"'],
    [['--only'], "'--only"],
    [['paint'], "'paint'"],
    [['--fast'], "'--fast'"],
  ])('refuses %j and says what there is', (args, sentence) => {
    expect(() => readBenchRequest(args)).toThrow(sentence);
    expect(() => readBenchRequest(args)).toThrow(`--only ${benchNames.join('|')}`);
  });
});

describe('the table of figures', () => {
  it('takes percentiles as the smallest value that enough others do not exceed', () => {
    const values = [5, 1, 4, 2, 3];
    expect(median(values)).toBe(3);
    expect(median([1, 2, 3, 4])).toBe(2);
    expect(percentile(values, 0.95)).toBe(5);
    expect(percentile(values, 0)).toBe(1);
    expect(percentile([7], 0.5)).toBe(7);
    expect(() => percentile([], 0.5)).toThrow('Nothing was measured.');
  });

  it('writes numbers as exactly as they mean something', () => {
    expect(show(4.234, 'ms')).toBe('4.2 ms');
    expect(show(1_204.4, 'ms')).toBe('1,204 ms');
    expect(show(0, '×')).toBe('0.0 ×');
    expect(show(412.6, '/s')).toBe('413/s');
  });

  it('says whether a goal is met, and nothing where there is none', () => {
    const figure = { what: 'a', value: 50, unit: 'ms', more: '' } as const;
    expect(verdictOf({ ...figure, goal: 50 })).toBe('met');
    expect(verdictOf({ ...figure, goal: 49.9 })).toBe('not met');
    expect(verdictOf(figure)).toBe('');
  });

  it('stands in line and is Markdown', () => {
    const table = figureTable([
      { what: 'Key to mark', value: 32, unit: 'ms', goal: 50, more: 'p95 41 ms' },
      { what: 'List', value: 1.4, unit: '×', more: '' },
    ]);
    expect(table).toBe(
      [
        '| What        | Measured | Goal    |     | More      |',
        '| ----------- | -------- | ------- | --- | --------- |',
        '| Key to mark | 32 ms    | ≤ 50 ms | met | p95 41 ms |',
        '| List        | 1.4 ×    |         |     |           |',
      ].join('\n'),
    );
  });
});
