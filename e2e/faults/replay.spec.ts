import { expect, test } from '@playwright/test';
import { seeded } from '../bench/made-up-text';
import { repeat } from '../support/repeat';
import { origin } from '../support/test';
import { type Made, type Planned, planMark, planNote } from './changes';
import { makeNewsroom } from './newsroom';
import { createPatientWriter, type PatientWriter } from './patient-writer';
import { report } from './report';
import { compare, readTruth } from './truth';
import { type SharingApp, startSharingApp } from './two-apps';

const operations = repeat({ short: 300, full: 10_000 });
const atOnce = 16;

test('every change sent one to five times, out of order and to two processes, is made once', async () => {
  test.setTimeout(repeat({ short: 90_000, full: 30 * 60_000 }));
  const other: SharingApp = await startSharingApp();
  const room = await makeNewsroom({ writers: 1, articles: repeat({ short: 1, full: 4 }), words: 900 });
  const token = room.writers[0]?.token ?? '';
  const writers = Array.from({ length: atOnce }, () =>
    createPatientWriter({ origins: [origin(), other.url], token }),
  );
  const bases = await Promise.all(
    room.articles.map((article) => make(writers[0], planMark(article, room, 1))),
  );
  const planned = Array.from({ length: operations }, (_, number) => {
    const at = number % room.articles.length;
    const article = room.articles[at];
    const base = bases[at];
    if (article === undefined || base === undefined) throw new Error('There is nothing to write on.');
    return number % 2 === 0 ? planMark(article, room, number) : planNote(base.id, number);
  });
  const sending = replayed(planned);
  const answers = new Map<Planned, Set<string>>();
  let next = 0;
  await Promise.all(
    writers.map(async (writer) => {
      for (let one = sending[next++]; one !== undefined; one = sending[next++]) {
        const { id, seq } = await make(writer, one);
        answers.set(one, (answers.get(one) ?? new Set()).add(`${id} ${seq}`));
      }
      writer.close();
    }),
  );
  await other.stop();

  const wanted = [
    ...bases.map(({ id }) => id),
    ...[...answers.values()].flatMap((same) => [...same].map(idIn)),
  ];
  const truths = await Promise.all(
    room.articles.map(({ articleId }) => readTruth(process.env.DATABASE_URL ?? '', articleId)),
  );
  const rows = truths.flatMap(({ annotations, notes }) => [...annotations, ...notes]);
  const events = truths.reduce((sum, { seqs }) => sum + seqs.length, 0);
  const counts = compare(wanted, rows);
  const differing = [...answers.values()].filter((same) => same.size > 1).length;
  report(
    `${operations} changes sent ${sending.length} times, out of order, by ${atOnce} connections to two processes`,
    `${rows.length - bases.length} rows, ${differing} answers that differ`,
    `exactly ${operations} rows`,
  );
  expect(counts).toEqual({ lost: 0, strange: 0, duplicate: 0 });
  expect(rows.length - bases.length).toBe(operations);
  expect(events).toBe(operations + bases.length + room.articles.length);
  expect(differing).toBe(0);
});

const idIn = (answer: string): string => answer.split(' ')[0] ?? '';

async function make(writer: PatientWriter | undefined, { change, learn }: Planned): Promise<Made> {
  if (writer === undefined) throw new Error('There is no writer.');
  const [made] = learn(await writer.send(change));
  if (made === undefined) throw new Error('Nothing was made.');
  return made;
}

/** Each change one to five times, mixed within stretches of a few hundred, as late repeats of a bad network come. */
function replayed(planned: readonly Planned[]): readonly Planned[] {
  const random = seeded(7);
  const all = planned.flatMap((one, index) =>
    Array.from({ length: 1 + Math.floor(random() * 5) }, () => ({ one, at: index + random() * 200 })),
  );
  return all.sort((a, b) => a.at - b.at).map(({ one }) => one);
}
