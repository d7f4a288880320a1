import { describe, expect, it, vi } from 'vitest';
import { plainToRichText } from '@/lib/domain/rich-text';
import { createDrafts, type Draft } from './drafts';
import { keepDrafts } from './keep-drafts';
import { createFakeDisk, type FakeDisk } from './testing/fake-device';

const note = (itemId: string, words: string, parts: Partial<Draft> = {}): Draft =>
  ({
    kind: 'note',
    annotationId: 'a',
    itemId,
    base: null,
    values: plainToRichText(words),
    state: 'writing',
    message: null,
    ...parts,
  }) as Draft; // Partial of a union loses its discriminant

/** A page whose drafts are kept at once. */
function openPage(disk: FakeDisk) {
  const page = disk.open();
  const drafts = createDrafts();
  let made = 0;
  const newId = () => `made ${Math.random()} ${++made}`;
  const keeper = keepDrafts({ drafts, device: page.device, newId, schedule: (callback) => void callback() });
  return { ...page, drafts, keeper, adopt: async () => keeper.adopt(await page.device.adopt('article')) };
}

describe('drafts', () => {
  it('are given back after the page was killed, as recovered', async () => {
    const disk = createFakeDisk();
    const { drafts, kill } = openPage(disk);
    drafts.write(note('1', 'half a thou'), 'article');
    drafts.write(note('1', 'half a thought'), 'article');
    await expect.poll(() => JSON.stringify(disk.rows())).toContain('half a thought');
    kill();
    const next = openPage(disk);
    expect(await next.adopt()).toEqual([{ ...note('1', 'half a thought'), isRecovered: true }]);
    expect(next.drafts.of('a')).toHaveLength(1);
    expect(disk.rows()).toHaveLength(1);
  });

  it('go to one page only, however many open', async () => {
    const disk = createFakeDisk();
    const { drafts, kill } = openPage(disk);
    drafts.write(note('1', 'words'), 'article');
    await expect.poll(() => disk.rows()).toHaveLength(1);
    kill();
    const [one, other] = [openPage(disk), openPage(disk)];
    expect((await one.adopt()).length + (await other.adopt()).length).toBe(1);
  });

  it('stay with a page that lives', async () => {
    const disk = createFakeDisk();
    openPage(disk).drafts.write(note('1', 'words'), 'article');
    await expect.poll(() => disk.rows()).toHaveLength(1);
    expect(await openPage(disk).adopt()).toEqual([]);
  });

  it('do not overwrite what is typed into the same draft already', async () => {
    const disk = createFakeDisk();
    const { drafts, kill } = openPage(disk);
    drafts.write(note('1', 'older words'), 'article');
    await expect.poll(() => disk.rows()).toHaveLength(1);
    kill();
    const next = openPage(disk);
    next.drafts.write(note('1', 'newer words'), 'article');
    await next.adopt();
    const texts = next.drafts.of('a').map(({ values }) => JSON.stringify(values));
    expect(texts).toHaveLength(2);
    expect(texts.join()).toContain('older words');
    expect(texts.join()).toContain('newer words');
  });

  it('leave the device once they are gone or empty', async () => {
    const disk = createFakeDisk();
    const { drafts, keeper } = openPage(disk);
    drafts.write(note('1', 'one'), 'article');
    await expect.poll(() => disk.rows()).toHaveLength(1);
    drafts.remove(note('1', ''));
    drafts.write(note('2', ''), 'article');
    await expect.poll(() => disk.rows()).toEqual([]);
    await expect.poll(() => keeper.isBehind()).toBe(false);
  });

  it('go when they were carried out, but not what was begun of the same thing meanwhile', () => {
    const drafts = createDrafts();
    const sent = note('1', 'sent', { state: 'sent', commandId: 'c1' });
    drafts.write(sent, 'article');
    drafts.removeSent(sent, 'c1');
    expect(drafts.of('a')).toEqual([]);
    drafts.write(sent, 'article');
    const change = note('1', 'changed before the answer came');
    drafts.write(change, 'article');
    drafts.removeSent(sent, 'c1');
    expect(drafts.of('a')).toEqual([change]);
  });

  it('are replaced in their place and keep others', () => {
    const drafts = createDrafts();
    drafts.write(note('1', 'one'), 'article');
    drafts.write(note('2', 'two'), 'article');
    drafts.write(note('1', 'one more'), 'article');
    expect(drafts.of('a')).toEqual([note('1', 'one more'), note('2', 'two')]);
  });

  it('are the same array until something changes, and listeners are told when it does', () => {
    const drafts = createDrafts();
    drafts.write(note('1', 'one'), 'article');
    const before = drafts.of('a');
    expect(drafts.of('a')).toBe(before);
    const listener = vi.fn();
    const stop = drafts.subscribe(listener);
    drafts.write(note('1', 'two'), 'article');
    stop();
    drafts.write(note('1', 'three'), 'article');
    expect(listener).toHaveBeenCalledTimes(1);
    expect(drafts.of('a')).not.toBe(before);
  });

  it('live on in the page when the device keeps nothing', async () => {
    const { drafts, breakDown, keeper } = openPage(createFakeDisk());
    breakDown('full');
    drafts.write(note('1', 'one'), 'article');
    await expect.poll(() => keeper.isBehind()).toBe(false);
    expect(drafts.of('a')).toHaveLength(1);
  });
});
