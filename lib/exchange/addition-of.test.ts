import { expect, it } from 'vitest';
import { plainToRichText } from '@/lib/domain/rich-text';
import { claim, idOf } from '@/lib/domain/testing/desk';
import { additionOf } from './addition-of';

const ids = (...words: readonly string[]) => words.join(' ');
const reply = (words: string) => [
  { kind: 'reply' as const, id: idOf(1), threadId: idOf(2), body: plainToRichText(words) },
];

it('has the same id for the same words, and another one for others', () => {
  const here = claim({}, {});
  const one = additionOf(here, reply('Seen.'), ids);
  expect(additionOf(here, reply('Seen.'), ids)).toEqual(one);
  expect(additionOf(here, reply('Not seen.'), ids).id).not.toBe(one.id);
  expect(one).toMatchObject({ annotationId: here.id, exact: here.anchor.exact, version: here.version });
});
