import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleState } from '@/lib/domain/apply';
import {
  plainArrangement,
  reportDetails,
  reportOrders,
  reportViews,
} from '@/lib/domain/report/report-arrangement';
import { reportFor } from '@/lib/domain/report/report-view';
import { articleState } from '@/lib/domain/testing/arbitraries';
import { everyKindOfArticle } from '@/lib/domain/testing/every-kind';
import { reportToDocx } from './report-docx';
import { reportToXlsx } from './report-xlsx';
import { reportOf } from './testing/report-of';

/** The program `ooxml-validator`, around Microsoft's Open XML SDK: it takes a file and says in JSON what is wrong in it. */
const validator = process.env.GALLEY_OFFICE_VALIDATOR;
const versions = ['Office2007', 'Office2013', 'Office2019', 'Microsoft365'] as const;

const arrangements = reportViews.flatMap((view) => [
  { ...plainArrangement, view },
  { ...plainArrangement, view, sections: ['text'] as const, details: [], order: 'status' as const },
]);

// Where there is no validator, this is said by the name of the test that is passed over.
describe.skipIf(validator === undefined)(
  'Word and Excel files, by Microsoft’s own validator (runs where GALLEY_OFFICE_VALIDATOR names it)',
  () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'galley-validator-'));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    /** What is wrong in a file, each fault once. */
    const faultsOf = async (
      bytes: Uint8Array,
      ending: string,
      version: string,
    ): Promise<readonly string[]> => {
      const file = path.join(folder, `file-${version}.${ending}`);
      await writeFile(file, bytes);
      const answer = await new Promise<string>((resolve) => {
        const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
        execFile(validator ?? '', [file, '--officeVersion', version], { env, maxBuffer: 1e9 }, (_, stdout) =>
          resolve(stdout),
        );
      });
      const { ok, errors }: { ok: boolean; errors: readonly Record<string, unknown>[] } = JSON.parse(answer);
      return ok ? [] : [...new Set(errors.map((one) => JSON.stringify(one)))];
    };

    it.each(versions)(
      'finds nothing in an article of every kind of block, in all copies: %s',
      async (version) => {
        for (const arrangement of arrangements) {
          const report = reportFor(reportOf(everyKindOfArticle()), arrangement);
          expect(await faultsOf(await reportToDocx(report), 'docx', version)).toEqual([]);
          expect(await faultsOf(await reportToXlsx(report), 'xlsx', version)).toEqual([]);
        }
      },
      300_000,
    );

    it('finds nothing in whatever article', async () => {
      const arrangement = fc.record({
        view: fc.constantFrom(...reportViews),
        order: fc.constantFrom(...reportOrders),
        details: fc.subarray([...reportDetails]),
      });
      await fc.assert(
        fc.asyncProperty(articleState, arrangement, async (state: ArticleState, chosen) => {
          const report = reportFor(reportOf(state), { ...plainArrangement, ...chosen });
          expect(await faultsOf(await reportToDocx(report), 'docx', 'Microsoft365')).toEqual([]);
          expect(await faultsOf(await reportToXlsx(report), 'xlsx', 'Microsoft365')).toEqual([]);
        }),
        { numRuns: 10 },
      );
    }, 300_000);
  },
);
