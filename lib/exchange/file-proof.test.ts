import { expect, it } from 'vitest';
import { fileProofOf } from './file-proof';

const key = 'A'.repeat(20) + 'b'.repeat(23);
const statement = {
  format: 'galley-report-proof',
  version: 1,
  team: 'The Courier',
  articleId: '1',
  revision: { number: 1, hash: 'x' },
  record: { seq: 1, hash: 'x' },
  view: 'checking',
  madeAt: '2026-03-03T10:00:00.000Z',
  sha256: '0'.repeat(64),
} as const;

it('says whose a signature is by the beginning of its key, and whether the file was changed since', () => {
  const known = { fingerprint: 'A'.repeat(16), team: 'The Courier', madeAt: statement.madeAt };
  expect(fileProofOf({ outcome: 'genuine', statement, key }, key)).toEqual({
    outcome: 'genuine',
    isOurs: true,
    ...known,
  });
  expect(fileProofOf({ outcome: 'altered', statement, key }, `A${key.slice(1, -1)}c`)).toEqual({
    outcome: 'altered',
    isOurs: false,
    ...known,
  });
});

it('repeats nothing of a statement that nobody signed', () => {
  expect(fileProofOf({ outcome: 'forged', statement, key }, key)).toEqual({ outcome: 'forged' });
  expect(fileProofOf({ outcome: 'unsigned' }, key)).toEqual({ outcome: 'unsigned' });
});
