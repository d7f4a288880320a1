import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page, Route } from '@playwright/test';
import { richTextToPlain } from '@/lib/domain/rich-text';
import { findEvents } from '@/lib/server/articles/find-events';
import { type WorkbenchPage, workbenchPage } from '../pages/workbench-page';
import { addNote, annotationsOf, makeHarbour, markWords, stateOf } from '../support/articles';
import { startOwnBrowser } from '../support/own-browser';
import { type SignInPerson, signIn } from '../support/people';
import { repeat } from '../support/repeat';
import { expect, origin, test } from '../support/test';

const commands = '**/api/articles/*/commands';
const form = repeat<string>({ short: 'short', full: 'full' });
const minutes = (short: number, full: number): number => repeat({ short, full }) * 60_000;

const unsent = /^(Offline|Waiting for the server), 1 change kept on this device$/;

/** What becomes of the next request: cut before the server has it, cut on its way back, or never answered. */
type Mishap = 'before' | 'after' | 'hanging';

test(`connections cut before and after the commit lose and double nothing (${form})`, async ({
  as,
  team,
}) => {
  const cuts = repeat({ short: 3, full: 200 });
  test.setTimeout(minutes(1.5, 30));
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, 'Three cranes');
  const workbench = workbenchPage(await as('reviewer'));
  const { page } = workbench;
  await workbench.open(article.id);
  const typed: string[] = [];
  let latest = 0;
  for (let number = 0; number < cuts; number += 1) {
    const mishap = (['before', 'after', 'hanging'] as const)[number % 3] ?? 'before';
    const isOver = await meet(page, mishap);
    const words = `Note ${number}: the yard says ${number * 7} days.`;
    typed.push(words);
    await (await workbench.beginNote(id)).pressSequentially(words);
    await page.keyboard.press('Control+Enter');
    const began = Date.now();
    // Of what was cut on its way back the live stream may bring the news before anything is tried again.
    if (mishap === 'after') await expect(saving(page)).toBeHidden({ timeout: 3_000 });
    else await expect(page.getByText(unsent)).toBeVisible({ timeout: 3_000 });
    latest = Math.max(latest, Date.now() - began);
    await isOver();
    const again = page.getByRole('button', { name: 'Try now' });
    if (await again.isVisible()) await again.click();
    await workbench.settle();
  }
  const saved = await notesOn(team.reviewer, article.id);
  const lost = typed.filter((words) => !saved.includes(words));
  const twice = saved.length - new Set(saved).size;
  console.log(
    `    ${cuts} cuts: ${typed.length} notes typed, ${saved.length} saved, ${lost.length} lost, ${twice} twice, honest after ${latest} ms at most`,
  );
  expect([...saved].sort()).toEqual([...typed].sort());
  expect((await stateOf(team.reviewer, article.id)).seq).toBe(2 + cuts);
});

test(`a killed browser gives back every note and half a thought (${form})`, async ({ team }) => {
  const kills = repeat({ short: 1, full: 50 });
  test.setTimeout(minutes(1.5, 30));
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, 'Three cranes');
  const folder = mkdtempSync(join(tmpdir(), 'galley-profile-'));
  let [back, drafts] = [0, 0];
  try {
    for (let number = 0; number < kills; number += 1) {
      const before = await startOwnBrowser(folder);
      const writing = await openIn(
        before.context.pages()[0] ?? (await before.context.newPage()),
        team.reviewer,
        article.id,
      );
      await writing.page.route(commands, (route) => route.abort('internetdisconnected'));
      await writing.addNote(id, `Quay depth ${number} asked for.`);
      await expect(writing.page.getByText('Offline, 1 change kept on this device')).toBeVisible();
      await writing.beginNote(id);
      await writing.page.keyboard.type(`Half a thought ${number}`);
      // The promise: 300 ms after the last key the device has it.
      await writing.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      await before.kill();
      expect(wordsOnDisk(folder)).not.toMatch(/Quay depth|Half a thought/);

      const after = await startOwnBrowser(folder);
      const found = await openIn(
        after.context.pages()[0] ?? (await after.context.newPage()),
        team.reviewer,
        article.id,
      );
      const notice = found.page.getByRole('region', { name: 'Kept on this device' });
      await expect(notice).toContainText('1 change that had not been sent');
      await expect(notice).toContainText('Note on “Three cranes”');
      await found.settle();
      const saved = await notesOn(team.reviewer, article.id);
      back += saved.filter((words) => words === `Quay depth ${number} asked for.`).length;
      await notice.getByRole('button', { name: 'Got it' }).click();
      await (await found.openCard(id)).getByRole('button', { name: 'Go on' }).click();
      await expect(found.noteBox(id)).toHaveText(`Half a thought ${number}`);
      drafts += 1;
      await found.card(id).getByRole('button', { name: 'Discard', exact: true }).click();
      await expect.poll(() => rowsKept(found.page)).toBe(0);
      await after.kill();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  console.log(`    ${kills} browsers killed: ${back} of ${kills} notes back, ${drafts} of ${kills} drafts`);
  expect(await notesOn(team.reviewer, article.id)).toHaveLength(kills);
  expect([back, drafts]).toEqual([kills, kills]);
});

test(`two tabs on one note overwrite nothing in silence (${form})`, async ({ as, team }) => {
  const rounds = repeat({ short: 3, full: 500 });
  test.setTimeout(minutes(1.5, 60));
  const article = await makeHarbour(team.reviewer);
  const id = await markWords(team.reviewer, article, 'Three cranes');
  await addNote(team.reviewer, article.id, id, 'Begun.');
  const one = workbenchPage(await as('reviewer'));
  const other = workbenchPage(await one.page.context().newPage());
  await one.open(article.id);
  await other.open(article.id);
  const typed: string[] = [];
  for (let number = 0; number < rounds; number += 1) {
    for (const tab of [one, other]) {
      await tab.page.bringToFront();
      await (await tab.openCard(id)).getByRole('button', { name: /^Actions on the note/ }).click();
      await tab.page.getByRole('menuitem', { name: 'Edit note' }).click();
      await expect(tab.noteBox(id)).toBeFocused();
      const word = `${tab === one ? 'one' : 'other'}-${number}`;
      typed.push(word);
      await tab.page.keyboard.type(` ${word}`);
    }
    await post(one, id);
    await other.page.bringToFront();
    await other.noteBox(id).press('Control+Enter');
    const question = questionOf(other, id);
    const choice = ['Keep mine', 'Merge', 'Take the saved one'][number % 3] ?? 'Merge';
    await question.getByRole('button', { name: choice }).click();
    await expect(question).toBeHidden();
    if (choice === 'Merge') await other.noteBox(id).press('Control+Enter');
    await other.settle();
    await expect(other.noteBox(id)).toHaveCount(0);
  }
  const record = JSON.stringify(await everyEvent(team.reviewer, article.id));
  const overwritten = typed.filter((word) => !record.includes(`${word}`));
  console.log(`    ${typed.length} interleaved edits: ${overwritten.length} overwritten in silence`);
  expect(overwritten).toEqual([]);
});

/** The line in the head that says so, not the cards’ own. */
const saving = (page: Page) => page.getByRole('status').filter({ hasText: /^Saving…$/ });

/** The next request meets a mishap; the returned function ends it. */
async function meet(page: Page, mishap: Mishap): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let isOver = false;
  await page.route(commands, async (route) => {
    if (isOver) return route.continue();
    if (mishap === 'hanging') return void held.push(route);
    if (mishap === 'after') await route.fetch();
    await route.abort('connectionreset');
  });
  return async () => {
    isOver = true;
    // The page may have given up waiting by itself.
    for (const route of held) await route.abort('connectionreset').catch(() => undefined);
    await page.unroute(commands);
  };
}

/** A page of a browser that knows nothing of this person: signed in, with the article open. */
async function openIn(page: Page, person: SignInPerson, articleId: string): Promise<WorkbenchPage> {
  await signIn(page.context(), origin(), person);
  await page.setViewportSize({ width: 1440, height: 900 });
  const workbench = workbenchPage(page);
  await page.goto(`${origin()}/articles/${articleId}`);
  await expect(workbench.text).toBeVisible();
  return workbench;
}

/** Posts the note that is being edited; where the tab had not heard of the other one's last words yet, it is asked. */
async function post(tab: WorkbenchPage, id: string): Promise<void> {
  await tab.page.bringToFront();
  await tab.noteBox(id).press('Control+Enter');
  await expect(async () => {
    const keep = questionOf(tab, id).getByRole('button', { name: 'Keep mine' });
    if (await keep.isVisible()) await keep.click();
    await expect(tab.noteBox(id)).toHaveCount(0, { timeout: 2_000 });
  }).toPass();
  await tab.settle();
}

function questionOf(tab: WorkbenchPage, id: string): Locator {
  return tab.card(id).getByRole('region', { name: 'You changed this in another window' });
}

async function notesOn(person: SignInPerson, articleId: string): Promise<readonly string[]> {
  const annotations = await annotationsOf(person, articleId);
  return annotations.flatMap(({ notes }) => notes.map(({ body }) => richTextToPlain(body)));
}

/** How many rows of work the device keeps; the history of what can be undone does not count. */
function rowsKept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('galley');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asking = opening.result.transaction('rows').objectStore('rows').getAll();
          asking.onsuccess = () => {
            const rows: { kind: string }[] = asking.result;
            opening.result.close();
            resolve(rows.filter(({ kind }) => kind !== 'history').length);
          };
        };
      }),
  );
}

/** All that lies in the browser's own stores, as text, also as text of two bytes a letter. */
function wordsOnDisk(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /IndexedDB|Storage|leveldb/i.test(entry.parentPath))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    .map((bytes) => `${bytes.toString('latin1')}${bytes.toString('utf16le')}`)
    .join();
}

async function everyEvent(person: SignInPerson, articleId: string): Promise<readonly unknown[]> {
  const events: unknown[] = [];
  for (let after = 0; ; ) {
    const { items, next } = await findEvents(person, articleId, { after });
    events.push(...items);
    if (next === null) return events;
    after = Number(next);
  }
}
