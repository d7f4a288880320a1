import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CommandError, sentenceOf } from './command';

it('prints the sentence of a refusal alone', () => {
  expect(sentenceOf(new CommandError('Port 3000 is taken.'))).toBe('Port 3000 is taken.');
});

it('says of a folder of another account whose it is', () => {
  const error = Object.assign(new Error('EACCES: permission denied'), {
    code: 'EACCES',
    path: '/srv/galley/.galley/run.json',
  });
  expect(sentenceOf(error)).toContain('/srv/galley/.galley/run.json may not be read or written');
  expect(sentenceOf(error)).not.toContain('should not happen');
});

it('prints everything of a surprise, and where to look', () => {
  let surprise: unknown;
  try {
    readFileSync('/there/is/no/such/file');
  } catch (error) {
    surprise = error;
  }
  expect(sentenceOf(surprise)).toContain('ENOENT');
  expect(sentenceOf(surprise)).toContain('npm run doctor');
});
