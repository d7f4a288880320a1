import { createHash, randomUUID } from 'node:crypto';
import { insertArticle } from '@/lib/db/insert-article';
import type { Actor } from '@/lib/domain/actor';
import { splitSentences } from '@/lib/domain/text/sentences';
import { plainDetails, plainDoc } from '@/prisma/builders/article';
import { makeText, seeded, wordAt } from './made-up-text';

const atOnce = 8;
const wordsOfEach = 300;

/** Puts articles number `from` to `to` (exclusive) into the actor's team, a minute older each. */
export async function fillArchive(actor: Actor, from: number, to: number): Promise<void> {
  let next = from;
  const newest = Date.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < to) {
        const number = next;
        next += 1;
        await insertOne(actor, number, new Date(newest - number * 60_000).toISOString());
      }
    }),
  );
}

async function insertOne(actor: Actor, number: number, at: string): Promise<void> {
  const random = seeded(number);
  const text = makeText(wordsOfEach, random);
  const rare = Array.from({ length: 5 }, () => wordAt(Math.floor(random() * 5_000)));
  await insertArticle(actor, {
    id: randomUUID(),
    commandId: randomUUID(),
    details: plainDetails(`Number ${number}: ${rare.join(' ')}`),
    isSample: false,
    revision: {
      id: randomUUID(),
      number: 1,
      doc: plainDoc(text),
      text,
      hash: createHash('sha256').update(text).digest('hex'),
      sentences: splitSentences(text, 'en'),
      createdAt: at,
    },
    annotations: [],
    people: [],
    annotationCommandIds: [],
    at,
  });
}
