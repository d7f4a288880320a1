import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimId } from '@/lib/domain/testing/desk';
import { everyKindOfArticle } from '@/lib/domain/testing/every-kind';
import { compareComments } from '@/lib/exchange/docx/compare-comments';
import { compareTexts } from '@/lib/exchange/docx/compare-texts';
import { sentWord } from '@/lib/exchange/docx/sent-word';
import { reportToDocx } from '@/lib/exchange/report-docx';
import { reportOf } from '@/lib/exchange/testing/report-of';
import { readReturned } from './read-returned';
import { editWord } from './testing/edit-word';
import { report } from './testing/returned-report';

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

describe('a Word report that another program saved', () => {
  it.runIf(hasLibreOffice)(
    'is still understood after LibreOffice has opened and saved it (runs where soffice is installed)',
    async () => {
      const bytes = await editWord(await reportToDocx(report), {
        change: [{ from: 'Nobody', to: 'Hardly anybody', author: 'Wim' }],
        comments: [
          { author: 'Wim', words: 'Of 2025.', answers: 'Which year?' },
          { author: 'Wim', words: 'Too strong', on: 'surprised' },
        ],
      });
      const every = reportOf(everyKindOfArticle());
      const [first, second] = throughLibreOffice(bytes, await reportToDocx(every));
      const untouched = compareTexts(sentWord(every), await readReturned(second ?? bytes));
      expect([untouched.headline, untouched.formatting, untouched.changes]).toEqual([
        null,
        { changes: [], unclear: [] },
        [],
      ]);
      const returned = await readReturned(first ?? bytes);
      const sent = sentWord(report);
      const texts = compareTexts(sent, returned);
      expect(texts.changes).toMatchObject([
        { kind: 'tracked', before: 'Nobody', after: 'Hardly anybody', authors: ['Wim'] },
      ]);
      expect(texts.suggestions).toMatchObject([{ annotationId: claimId, state: 'open' }]);
      const comments = compareComments(sent, returned, texts);
      expect([comments.edited, comments.removed]).toEqual([[], []]);
      // This LibreOffice forgets what answers what: the answer stands on the same passage, and goes to it.
      const said = [
        ...comments.replies.map(({ annotationId, remark }) => [annotationId, remark.words]),
        ...comments.fresh.map(({ annotationId, remark }) => [annotationId, remark.words]),
      ];
      expect(said.toSorted()).toEqual([
        [null, 'Too strong'],
        [claimId, 'Of 2025.'],
      ]);
      expect(comments.fresh.find(({ annotationId }) => annotationId === null)).toMatchObject({
        quote: 'surprised',
        passage: { start: 42, end: 51 },
      });
      expect(returned.facts).toMatchObject({ GalleyArticle: report.article.id, GalleyView: 'checking' });
    },
    120_000,
  );
});

/** Opens files in LibreOffice and saves them as Word again, as OpenDocument in between. */
function throughLibreOffice(...files: readonly Uint8Array[]): readonly Uint8Array[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'galley-office-'));
  try {
    const to = (ending: string, filter: string, from: readonly string[]): void => {
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const args = [profile, '--headless', '--norestore', '--convert-to', `${ending}:${filter}`];
      const paths = from.map((name) => path.join(folder, name));
      execFileSync('soffice', [...args, '--outdir', folder, ...paths], { stdio: 'ignore' });
    };
    const named = (ending: string): readonly string[] => files.map((_, index) => `report-${index}.${ending}`);
    for (const [index, name] of named('docx').entries())
      writeFileSync(path.join(folder, name), files[index] ?? '');
    to('odt', 'writer8', named('docx'));
    to('docx', 'MS Word 2007 XML', named('odt'));
    return named('docx').map((name) => new Uint8Array(readFileSync(path.join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
