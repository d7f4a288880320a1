import { expect, it } from 'vitest';
import { freshCheck } from '@/lib/domain/check';
import { article, claim, idOf, proposal } from '@/lib/domain/testing/desk';
import type { GalleyFile } from '@/lib/exchange/galley/file-schema';
import type { GalleyWhole } from '@/lib/exchange/galley/whole-schema';
import { reportOf } from '@/lib/exchange/testing/report-of';
import { wholeGalleyFile } from '@/lib/exchange/testing/written-whole';
import { galleyCounts } from './galley-counts';

const said = { byId: idOf(1), at: '2026-03-01T10:00:00.000Z' };
const sealed = { sealed: true, ...said } as const;

function fileWith(whole: Partial<GalleyWhole> | null): GalleyFile {
  const hidden = claim({ ...freshCheck, status: 'proposed', proposal: { ...sealed, byId: proposal.byId } });
  const file = wholeGalleyFile(reportOf(article(hidden)));
  if (whole === null) return file;
  const deleted = { annotations: [], notes: [], evidence: [], replies: [] };
  const none = { frozenAt: null, sessions: [], ballots: [], corrections: [], files: [], captures: [] };
  return { ...file, whole: { ...none, deleted, revisions: [], events: [], people: [], ...whole } };
}

it('counts what comes in with a Galley file and what it lacks', () => {
  const vote = { ...said, outcome: 'confirmed', verdict: null, note: '' } as const;
  const round = {
    calledById: idOf(1),
    calledAt: said.at,
    voterIds: [],
    votes: [vote, sealed],
    revealed: null,
  };
  const ballot = { id: idOf(3), sessionId: idOf(4), annotationId: idOf(5), rounds: [round], version: 1 };
  const page = { id: idOf(6), name: 'a.png', type: 'image/png', bytes: 1, sha256: 'a'.repeat(64) } as const;
  const kept = { ...page, uploadedById: idOf(1), createdAt: said.at };
  const files = [
    { ...kept, content: 'AA==' },
    { ...kept, content: null },
    { ...kept, content: null },
  ];
  expect(galleyCounts(fileWith({ ballots: [ballot], files }))).toMatchObject({
    annotations: 1,
    replyRequests: 0,
    whole: { votes: 1, sealed: 2, files: 1, missingFiles: 2, sessions: 0 },
  });
  expect(galleyCounts(fileWith(null)).whole).toBeNull();
});
