import { expect, it } from 'vitest';
import { unknownDetails } from '@/lib/domain/article';
import { checkDetails } from './save-draft';

const details = {
  ...unknownDetails,
  title: ' Port ',
  language: 'en',
};

it('tidies details that can be saved', () => {
  expect(checkDetails(details)).toEqual({ ok: true, details: { ...details, title: 'Port' } });
});

it('says beside each field what is wrong, in a sentence', () => {
  const answer = checkDetails({
    ...details,
    title: ' ',
    publishedOn: '3 May',
    sourceAddress: 'ftp://x',
    language: 'English',
    direction: null,
  });
  const errors = answer.ok ? {} : answer.errors;
  expect(Object.keys(errors).sort()).toEqual(['language', 'publishedOn', 'sourceAddress', 'title']);
  for (const sentence of Object.values(errors)) expect(sentence).toMatch(/^Give .+\.$/);
});
