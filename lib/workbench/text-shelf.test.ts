import { expect, it } from 'vitest';
import { createFakeDisk, type FakePage } from './testing/fake-device';
import { type KeptText, openTextShelf } from './text-shelf';

const articleId = '00000000-0000-4000-8000-000000000001';
const text = (words: string, minute = 0, revisionNumber = 1): KeptText => ({
  revisionId: `revision ${revisionNumber}`,
  revisionNumber,
  doc: {
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { lead: '' }, content: [{ type: 'text', text: words }] }],
  },
  reason: 'Because.',
  source: 'edited',
  at: `2026-03-01T10:0${minute}:00.000Z`,
});

function browser() {
  const disk = createFakeDisk();
  let ids = 0;
  let due: (() => void)[] = [];
  return {
    disk,
    page: () => disk.open(),
    shelf: (page: FakePage, of = articleId) =>
      openTextShelf({
        articleId: of,
        device: page.device,
        newId: () => `id-${++ids}`,
        schedule: (callback) => void due.push(callback),
      }),
    /** Lets the time pass after which what was typed is written down. */
    async pass(): Promise<void> {
      const now = due;
      due = [];
      for (const callback of now) callback();
      await Promise.resolve();
    },
  };
}

it('gives a text back after its browser was killed, once, and to no page of another article', async () => {
  const { page, shelf, pass } = browser();
  const first = page();
  const typing = await shelf(first);
  typing.keep(text('The port gr'));
  typing.keep(text('The port grew.', 1));
  expect(typing.hasUnkept()).toBe(true);
  await pass();
  expect(typing.hasUnkept()).toBe(false);
  expect((await shelf(page())).lying()).toEqual([]);
  first.kill();
  expect((await shelf(page(), '00000000-0000-4000-8000-000000000002')).lying()).toEqual([]);
  const next = page();
  const found = await shelf(next);
  expect(found.lying()).toMatchObject([text('The port grew.', 1)]);
  expect(found.inHand()).toBeUndefined();
  expect((await shelf(page())).lying()).toEqual([]);
  // What was found and not looked at is there the next time as well.
  next.kill();
  expect((await shelf(page())).lying()).toHaveLength(1);
});

it('goes on in the row that it took up, and lays aside what was in hand', async () => {
  const { disk, page, shelf, pass } = browser();
  const first = page();
  (await shelf(first)).keep(text('Old.', 1));
  await pass();
  first.kill();
  const now = await shelf(page());
  now.keep(text('New.', 2, 2));
  const [old] = now.lying();
  expect(now.takeUp(old?.name ?? '')).toEqual(text('Old.', 1));
  expect(now.lying()).toMatchObject([text('New.', 2, 2)]);
  now.keep(text('Older and wiser.', 3));
  await pass();
  expect(disk.rows()).toHaveLength(2);
  now.forget();
  await pass();
  expect(disk.rows().map(({ value }) => value)).toEqual([text('New.', 2, 2)]);
  const [last] = now.lying();
  now.throwAway(last?.name ?? '');
  await pass();
  expect(disk.rows()).toEqual([]);
  expect(now.lying()).toEqual([]);
  now.restore(text('New.', 2, 2));
  await pass();
  expect(now.lying()).toMatchObject([text('New.', 2, 2)]);
  expect(disk.rows()).toHaveLength(1);
});

it('keeps in the page alone where the device keeps nothing, and says so', async () => {
  const { page, shelf, pass } = browser();
  const here = page();
  const typing = await shelf(here);
  here.breakDown('full');
  typing.keep(text('The port grew.'));
  await pass();
  expect(typing.hasUnkept()).toBe(true);
  expect(typing.getTrouble()).toBe('full');
  expect(typing.inHand()).toEqual(text('The port grew.'));
  typing.putAside();
  expect(typing.lying()).toHaveLength(1);
});
