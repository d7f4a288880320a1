import { expect, it } from 'vitest';
import { article, claim, idOf } from '@/lib/domain/testing/desk';
import { reportOf } from './testing/report-of';
import { wholeReport } from './testing/written-whole';
import { writeText } from './write-text';

const report = reportOf(
  article(...Array.from({ length: 40 }, (_, index) => claim({}, { id: idOf(100 + index) }))),
);

it.each(['html', 'markdown', 'csv', 'pdf', 'docx', 'xlsx', 'jsonld', 'claimreview', 'json'] as const)(
  'says of %s in many steps how much of it is written, up to the end',
  async (format) => {
    const heard: number[] = [];
    await wholeReport(report, format, 'claims', (share) => heard.push(share));
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    expect(new Set(heard).size).toBeGreaterThan(10);
    expect(heard.at(-1)).toBe(1);
  },
);

it.each(['html', 'markdown', 'csv', 'jsonld', 'json'] as const)(
  'makes no more of %s than somebody takes: one annotation after the other',
  (format) => {
    let [share, before, most] = [0, 0, 0];
    const { arrangement } = report;
    const after = { ...report, arrangement: { ...arrangement, look: 'after' as const } };
    for (const _ of writeText(after, format, 'claims', (now) => (share = now))) {
      most = Math.max(most, share - before);
      before = share;
    }
    expect(share).toBe(1);
    expect(most).toBeLessThan(0.1);
  },
);
