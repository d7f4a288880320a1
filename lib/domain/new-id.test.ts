import { expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from './new-id';

it('makes valid, different ids also where the browser offers no randomUUID', () => {
  const bare = { getRandomValues: crypto.getRandomValues.bind(crypto) };
  const ids = Array.from({ length: 200 }, () => newId(bare));
  expect(new Set(ids).size).toBe(200);
  for (const id of [...ids, newId()]) expect(z.uuidv4().safeParse(id).success).toBe(true);
});
