import { expect, it } from 'vitest';
import { article, claim, idOf } from '@/lib/domain/testing/desk';
import type { ExportFormatName } from './formats';
import { reportOf } from './testing/report-of';
import { writeReport } from './write-report';

const report = reportOf(
  article(...Array.from({ length: 40 }, (_, index) => claim({}, { id: idOf(100 + index) }))),
);

it.each([
  ['html', 1],
  ['markdown', 1],
  ['pdf', 1],
  ['docx', 1],
  ['xlsx', 1],
  // The other half of the time goes into the words of the JSON, of which nothing can be heard.
  ['jsonld', 0.5],
  ['json', 0.5],
] as const satisfies readonly (readonly [ExportFormatName, number])[])(
  'says of %s in many steps how much of it is written',
  async (format, last) => {
    const heard: number[] = [];
    await writeReport(report, format, 'claims', (share) => heard.push(share));
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    expect(new Set(heard).size).toBeGreaterThan(10);
    expect(heard.at(-1)).toBe(last);
  },
);
