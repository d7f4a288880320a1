import { expect, test } from '@playwright/test';
import { repeat } from '../support/repeat';
import { type Made, type Planned, planBatch, planMark, planNote } from './changes';
import { type Follower, follow } from './follower';
import { type KeptGalley, startKeptGalley } from './kept-galley';
import { createPatientWriter } from './patient-writer';
import { report, spread } from './report';
import { compare, readTruth } from './truth';

const kills = repeat({ short: 1, full: 50 });
const acknowledgedBetween = repeat({ short: 150, full: 1_000 });
const articles = repeat({ short: 4, full: 16 });
const backWithinMs = 5_000;

test('nothing acknowledged is lost or doubled when app and Postgres are killed while sixteen write', async () => {
  test.setTimeout(repeat({ short: 120_000, full: 60 * 60_000 }));
  const galley = await startKeptGalley({ writers: 16, articles, words: 900 });
  try {
    const followers = galley.room.articles.map(({ articleId }) => followOne(galley, articleId));
    const writing = startWriting(galley);
    const afterApp: number[] = [];
    const afterPostgres: number[] = [];
    for (let count = 0; count < kills; count += 1) {
      await writing.untilMore(acknowledgedBetween);
      afterApp.push(await writing.timeBack(galley.killApp));
      await writing.untilMore(acknowledgedBetween);
      const pid = galley.appPid();
      afterPostgres.push(await writing.timeBack(galley.killPostgres));
      expect(galley.appPid(), 'the app lives through the death of Postgres').toBe(pid);
    }
    await writing.untilMore(acknowledgedBetween);
    const { acknowledged, setbacks } = await writing.stop();
    const counts = await countAll(galley, acknowledged, followers);
    report(
      `kill -9 of app and Postgres, ${kills} times each, 16 writers`,
      `${counts.lost} lost, ${counts.duplicate} duplicate of ${acknowledged.length} acknowledged, after ${setbacks} setbacks`,
      `0 lost, 0 duplicate${repeat({ short: '', full: ' of ≥ 100 000' })}`,
    );
    report('writing again after the app was killed', spread(afterApp), 'it is started again');
    report(
      'writing again after Postgres was killed',
      spread(afterPostgres),
      '≤ 5 s without a restart of the app',
    );
    expect(counts).toEqual({ lost: 0, strange: 0, duplicate: 0, unheard: 0, heardTwice: 0 });
    expect(acknowledged.length).toBeGreaterThanOrEqual(repeat({ short: 300, full: 100_000 }));
    expect(Math.max(...afterPostgres)).toBeLessThanOrEqual(backWithinMs);
  } finally {
    await galley.stop();
  }
});

type Acknowledged = Made & { readonly articleId: string };

function followOne({ url, room }: KeptGalley, articleId: string): Follower {
  return follow({ origin: url, articleId, token: room.writers[0]?.token ?? '' });
}

/** Sixteen people write as fast as they are answered: every second one a mark or note at a time, the others ten at once. */
function startWriting({ url, room }: KeptGalley) {
  const acknowledged: Acknowledged[] = [];
  let setbacks = 0;
  let lastSetback = 0;
  let isOver = false;
  let lastBegan = 0;

  async function write(index: number, token: string): Promise<void> {
    const onSetback = (): void => {
      setbacks += 1;
      lastSetback = performance.now();
    };
    const writer = createPatientWriter({ origins: [url], token, onSetback });
    const article = room.articles[index % room.articles.length];
    if (article === undefined) throw new Error('There is no article to write on.');
    let mine: string | undefined;
    for (let number = index * 1_000; !isOver; number += 10) {
      const planned = next(index, number, article, mine);
      const acknowledgement = await writer.send(planned.change);
      const made = planned.learn(acknowledgement);
      for (const one of made) acknowledged.push({ ...one, articleId: article.articleId });
      mine = made.find(({ kind }) => kind === 'annotation')?.id ?? mine;
      lastBegan = Math.max(lastBegan, acknowledgement.began);
    }
    writer.close();
  }

  function next(
    index: number,
    number: number,
    article: KeptGalley['room']['articles'][number],
    mine: string | undefined,
  ): Planned {
    if (index % 2 === 1) return planBatch(article, room, number, 10);
    return number % 20 === 0 || mine === undefined ? planMark(article, room, number) : planNote(mine, number);
  }

  const all = Promise.all(room.writers.map(({ token }, index) => write(index, token)));
  // A writer that gives up must end the test, not wait for its end.
  let failure: unknown;
  all.catch((error: unknown) => {
    failure = error;
  });
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) {
      if (failure !== undefined) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return {
    async untilMore(count: number): Promise<void> {
      const before = acknowledged.length;
      await until(() => acknowledged.length >= before + count);
    },
    /** From a kill until something was acknowledged that was asked for after its effect had shown. */
    async timeBack(kill: () => void): Promise<number> {
      const killed = performance.now();
      kill();
      await until(() => lastSetback > killed);
      const shown = lastSetback;
      await until(() => lastBegan > shown);
      return performance.now() - killed;
    },
    async stop() {
      isOver = true;
      await all;
      return { acknowledged, setbacks };
    },
  };
}

async function countAll(
  { ownerUrl, room }: KeptGalley,
  acknowledged: readonly Acknowledged[],
  followers: readonly Follower[],
) {
  const sum = { lost: 0, strange: 0, duplicate: 0, unheard: 0, heardTwice: 0 };
  for (const [index, { articleId }] of room.articles.entries()) {
    const truth = await readTruth(ownerUrl, articleId);
    const own = acknowledged.filter((one) => one.articleId === articleId);
    const rows = compare(
      own.map(({ id }) => id),
      [...truth.annotations, ...truth.notes],
    );
    // The article's own import is the first event.
    const events = compare(['1', ...own.map(({ seq }) => String(seq))], truth.seqs.map(String));
    sum.lost += rows.lost + events.lost;
    sum.strange += rows.strange + events.strange;
    sum.duplicate += rows.duplicate + events.duplicate + own.length + 1 - truth.seqs.length;
    const follower = followers[index];
    await follower?.until(truth.seqs.length, 30_000);
    follower?.stop();
    const heard = compare(
      truth.seqs.map(String),
      (follower?.heard ?? []).map(({ seq }) => String(seq)),
    );
    sum.unheard += heard.lost;
    sum.heardTwice += heard.duplicate + heard.strange;
  }
  return sum;
}
