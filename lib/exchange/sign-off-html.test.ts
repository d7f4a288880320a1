import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildReport } from '@/lib/domain/report/report';
import { articleState } from '@/lib/domain/testing/arbitraries';
import { signOffToHtml } from './sign-off-html';

const [state] = fc.sample(articleState, { numRuns: 1, seed: 7 });
if (state === undefined) throw new Error('No state was made.');
const at = '2026-03-03T14:02:00.000Z';
const by = { id: 'edda', name: 'Edda' };
const sampleReport = buildReport(
  { ...state, people: { edda: by } },
  { teamName: 'Desk', recordHash: 'h', at, by },
);
const signOff = {
  byId: 'edda',
  at,
  revisionId: state.revision.id,
  seq: state.seq,
  waivers: [],
  override: null,
};

function htmlOf(given: Partial<typeof signOff> | null, seq = state?.seq ?? 0): string {
  const article = { ...sampleReport.article, signOff: given === null ? null : { ...signOff, ...given } };
  return signOffToHtml({ ...sampleReport, article, record: { seq, hash: 'h' } });
}

it('says plainly that a check is not finished', () => {
  expect(htmlOf(null)).toContain('Not signed off.');
});

it('names who signed, and how many changes came afterwards', () => {
  expect(htmlOf({})).toContain('<b>Signed off</b> by Edda');
  expect(htmlOf({})).not.toContain('since then');
  expect(htmlOf({}, signOff.seq + 1)).toContain('One change since then.');
  expect(htmlOf({}, signOff.seq + 3)).toContain('3 changes since then.');
});

it('carries the mark of an override and each waiver with its reason', () => {
  const override = { reason: 'It goes out at <six>.', against: ['One author query is open.'] } as never;
  expect(htmlOf({ override })).toContain('It goes out at &#60;six&#62;.');
  expect(htmlOf({ override })).toContain('One author query is open.');
  const waivers = [{ start: 0, end: 3, reason: 'A greeting.' }] as never;
  expect(htmlOf({ waivers })).toContain('One sentence was waived');
  expect(htmlOf({ waivers })).toContain('A greeting.');
});
