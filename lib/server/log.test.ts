import { expect, test } from 'vitest';
import { allowedFields } from './log';

test('writes the class and place of an error, never its words', () => {
  const error = Object.assign(new TypeError('the mayor said: canary'), { code: 'P2002', note: 'canary' });
  const fields = JSON.stringify(allowedFields({ id: '1', error }));
  expect(fields).toContain('TypeError');
  expect(fields).toContain('P2002');
  expect(fields).toContain('log.test.ts');
  expect(fields).not.toContain('canary');
});

test('leaves out what is not on the list', () => {
  const fields = { id: '1', text: 'canary' };
  expect(JSON.stringify(allowedFields(fields))).not.toContain('canary');
});
