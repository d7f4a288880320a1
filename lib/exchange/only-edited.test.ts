import { describe, expect, it } from 'vitest';
import { plainToRichText } from '@/lib/domain/rich-text';
import { claim, proposal } from '@/lib/domain/testing/desk';
import type { CsvRow } from './claims-csv-in';
import { onlyEdited } from './only-edited';
import { changeableCells, rowVersion } from './row-version';

const exported = claim({}, { claim: { claimTypes: ['statistic'], claimant: 'The port', claimedOn: null } });
const here = { ...exported, claim: { ...exported.claim, claimant: 'The ministry' } };
const row = (cells: CsvRow['cells']): CsvRow => ({
  number: 2,
  cells: { Version: rowVersion(exported), ...cells },
});

describe('a row that comes back', () => {
  it('keeps what names it and what was edited, and loses the cells that nobody has touched', () => {
    const { cells } = onlyEdited(
      row({ Id: exported.id, Mark: 'Claim', Claimant: 'Ada', Notes: '' }),
      exported,
    );
    expect(Object.keys(cells).sort()).toEqual(['Claimant', 'Id', 'Version']);
  });

  it('is older where a cell says what is no longer so here, and not for a column that it does not have', () => {
    expect(onlyEdited(row({ Claimant: 'The port' }), here).isOlder).toBe(true);
    expect(onlyEdited(row({ Claimant: 'Ada' }), here).isOlder).toBe(false);
    expect(onlyEdited(row({ Notes: '' }), here).isOlder).toBe(false);
  });

  it('is changed twice only where both have said something else', () => {
    expect(onlyEdited(row({ Claimant: 'Ada' }), here).twice).toEqual(['Claimant']);
    expect(onlyEdited(row({ Claimant: ' The ministry' }), here).twice).toEqual([]);
    expect(onlyEdited(row({ Claimant: 'Ada' }), exported).twice).toEqual([]);
  });
});

it('says of a cell without words that it is empty', () => {
  const bare = claim(
    {},
    { claim: { claimTypes: [], claimant: null, claimedOn: null }, notes: [], flags: [] },
  );
  const { Passage: _, Mark: __, ...cells } = changeableCells(bare);
  expect(new Set(Object.values(cells))).toEqual(new Set([null]));
  expect(changeableCells({ ...bare, notes: [note] }).Notes).toBe('Counted.');
  const wordless = claim({ status: 'proposed', proposal: { ...proposal, rationale: '' } });
  expect(changeableCells(wordless)).toMatchObject({ Outcome: 'Confirmed', Rationale: null });
});

const note = {
  id: 'n',
  body: plainToRichText('Counted.'),
  authorId: 'a',
  createdAt: '',
  changedAt: '',
  version: 1,
};
