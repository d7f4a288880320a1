import { expect, test } from 'vitest';
import { openSecret, sealSecret } from './sealed-secret';

test('opens what it sealed, and never seals the same way twice', () => {
  const [first, second] = [sealSecret('JBSWY3DPEHPK3PXP', 'ada'), sealSecret('JBSWY3DPEHPK3PXP', 'ada')];
  expect(first).not.toBe(second);
  expect(first).not.toContain('JBSWY3DPEHPK3PXP');
  expect([openSecret(first, 'ada'), openSecret(second, 'ada')]).toEqual([
    'JBSWY3DPEHPK3PXP',
    'JBSWY3DPEHPK3PXP',
  ]);
});

test('opens nothing for another owner', () => {
  expect(openSecret(sealSecret('JBSWY3DPEHPK3PXP', 'ada'), 'bo')).toBeUndefined();
});

test('opens nothing that was changed or cut, at any byte', () => {
  const sealed = Buffer.from(sealSecret('JBSWY3DPEHPK3PXP', 'ada'), 'base64url');
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(openSecret(changed.toString('base64url'), 'ada')).toBeUndefined();
    expect(openSecret(sealed.subarray(0, index).toString('base64url'), 'ada')).toBeUndefined();
  }
});
