import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claim, idOf } from '@/lib/domain/testing/desk';
import { reportToDocx } from './report-docx';
import { readWord, type WordFile } from './testing/read-word';
import { reportOf } from './testing/report-of';
import { workedDesk } from './testing/worked-desk';

const office = (process.env.PATH ?? '')
  .split(path.delimiter)
  .flatMap((folder) => ['soffice', 'libreoffice'].map((name) => path.join(folder, name)))
  .find((program) => existsSync(program));

const report = reportOf(
  workedDesk(
    claim(
      {},
      { id: idOf(12), mark: 'opinion', anchor: { ...claim().anchor, start: 9, end: 18, exact: 'will cost' } },
    ),
  ),
);

// Where there is no LibreOffice, this is said by the name of the test that is passed over.
describe.skipIf(office === undefined)(
  'the Word file, opened and saved by LibreOffice (where it is installed)',
  () => {
    let folder: string;
    let before: WordFile;
    let after: WordFile;
    let pdf: string;

    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'galley-office-'));
      const file = path.join(folder, 'report.docx');
      const bytes = await reportToDocx(report);
      await writeFile(file, bytes);
      const convert = (format: string) =>
        promisify(execFile)(office ?? '', [
          `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile'))}`,
          '--headless',
          '--convert-to',
          format,
          '--outdir',
          path.join(folder, 'out'),
          file,
        ]);
      await convert('docx');
      await convert('pdf');
      before = await readWord(bytes);
      after = await readWord(await readFile(path.join(folder, 'out', 'report.docx')));
      const document = await getDocumentProxy(
        new Uint8Array(await readFile(path.join(folder, 'out', 'report.pdf'))),
      );
      pdf = (await extractText(document, { mergePages: true })).text;
    }, 120_000);
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it('has every comment, with its author, its passage and whether it is resolved', () => {
      const told = ({ comments, ranges }: WordFile) =>
        comments
          .map(({ id, author, words, isDone }) => ({ author, words, isDone, passage: ranges.get(id) }))
          .sort((a, b) => (`${a.words} ${a.passage}` < `${b.words} ${b.passage}` ? -1 : 1));
      expect(told(after)).toEqual(told(before));
      expect(told(after).map(({ passage }) => passage)).toContain('will cost');
      expect(told(after).filter(({ isDone }) => isDone)).toHaveLength(2);
    });

    it('has the tracked changes of the suggested wording, with their author, over the same text', () => {
      expect(after.changes).toEqual(before.changes);
      expect(after.changes.length).toBeGreaterThan(0);
      expect([after.original, after.accepted]).toEqual([before.original, before.accepted]);
    });

    it('is laid out as pages with the article, both wordings and what is said about the check', () => {
      for (const words of ['412421 million', 'About this check', 'Not signed off', '1 / '])
        expect(pdf.replaceAll(/\s+/g, ' ')).toContain(words);
    });
  },
);
