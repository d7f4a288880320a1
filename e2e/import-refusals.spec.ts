import { db } from '@/lib/db/client';
import { importPage } from './pages/import-page';
import { expect, test } from './support/test';

const tooLarge = Buffer.alloc(5 * 1024 * 1024 + 1, 'word ');
const galleyFile = (changes: object): string => JSON.stringify({ format: 'galley-article', ...changes });

/** Files that cannot come in, each with what is said of it. */
const files: readonly {
  readonly what: string;
  readonly name: string;
  readonly content: Buffer;
  readonly says: string;
}[] = [
  {
    what: 'an empty file',
    name: 'empty.txt',
    content: Buffer.from(''),
    says: 'empty.txt is empty. Choose another file.',
  },
  {
    what: 'a file with nothing but spaces',
    name: 'blank.txt',
    content: Buffer.from(' \n\t \n'),
    says: 'blank.txt: There is no text here. Paste the article or choose another file.',
  },
  {
    what: 'a file of another kind',
    name: 'story.odt',
    content: Buffer.from('PK'),
    says: 'story.odt is not a .txt, .md, .html, .docx, .pdf or Galley .json file. Save it as one of these first.',
  },
  {
    what: 'a PDF with the name of a text',
    name: 'story.txt',
    content: Buffer.from('%PDF-1.7 and so on'),
    says: 'story.txt: This file is not text. It is a PDF. Paste its text or save it as a plain text file.',
  },
  {
    what: 'binary data with the name of a text',
    name: 'data.txt',
    content: Buffer.from([0x41, 0x00, 0x42, 0x00, 0x01, 0x02]),
    says: 'data.txt: This file is not text. Paste its text or save it as a plain text file.',
  },
  {
    what: 'a file that is too large',
    name: 'long.txt',
    content: tooLarge,
    says: 'long.txt is larger than 5 MB. Divide it into parts.',
  },
  {
    what: 'a page without a word',
    name: 'page.html',
    content: Buffer.from('<!doctype html><title></title><script>alert(1)</script><img src="x">'),
    says: 'page.html: There is no text here. Paste the article or choose another file.',
  },
  {
    what: 'text with hundreds of accents on one letter',
    name: 'stacked.txt',
    content: Buffer.from(`A headline\n\nz${'\u0301'.repeat(300)}algo`),
    says: 'stacked.txt: This text stacks hundreds of accents on one letter and cannot be read.',
  },
  {
    what: 'JSON that is not a Galley file',
    name: 'data.json',
    content: Buffer.from('{"hello": "world"}'),
    says: 'This is not a Galley file. Choose one that was exported from an article as “Galley file”.',
  },
  {
    what: 'a Galley file that was cut off',
    name: 'cut.json',
    content: Buffer.from(galleyFile({ version: 2 }).slice(0, 20)),
    says: 'This is not a Galley file: it is not valid JSON.',
  },
  {
    what: 'a Galley file of a later version',
    name: 'later.json',
    content: Buffer.from(galleyFile({ version: 4 })),
    says: 'This Galley file was written by a newer Galley than this one. Bring this one up to date first.',
  },
];

test('each file that cannot come in gets its sentence and leaves nothing half-made', async ({ as, team }) => {
  const desk = importPage(await as('reviewer'));
  await desk.open();
  for (const { what, name, content, says } of files) {
    await test.step(what, async () => {
      await desk.chooseFile(name, content);
      await expect(desk.problem).toHaveText(says);
      await expect(desk.paste).toBeEditable();
      await expect(desk.save).toHaveCount(0);
    });
  }
  expect(await db.article.count({ where: { teamId: team.id } })).toBe(0);
});

test('nothing pasted is refused at once, and what was typed stays after a refusal', async ({ as, team }) => {
  const page = await as('reviewer');
  const desk = importPage(page);
  await desk.open();
  await desk.preview.click();
  await expect(page.getByText('Paste the text of the article first.')).toBeVisible();
  await expect(desk.paste).toBeFocused();
  const words = `A headline\n\nz${'\u0301'.repeat(300)}algo`;
  await desk.paste.fill(words);
  await desk.preview.click();
  await expect(page.getByText('This text stacks hundreds of accents')).toBeVisible();
  await expect(desk.paste).toHaveValue(words);
  await desk.paste.fill('A headline\n\nA paragraph that can come in.');
  await desk.preview.click();
  await expect(desk.headline).toHaveValue('A headline');
  expect(await db.article.count({ where: { teamId: team.id } })).toBe(0);
});

test('an article without a headline is not saved, and the preview stays', async ({ as, team }) => {
  const page = await as('reviewer');
  const desk = importPage(page);
  await desk.open();
  await desk.paste.fill('A headline\n\nA paragraph that can come in.');
  await desk.preview.click();
  await desk.headline.fill('');
  await desk.save.click();
  await expect(page.getByText('Give the article a headline.').first()).toBeVisible();
  expect(await db.article.count({ where: { teamId: team.id } })).toBe(0);
  await desk.headline.fill('A better headline');
  await desk.saveArticle();
  expect(await db.article.count({ where: { teamId: team.id } })).toBe(1);
});

test('a save whose answer is lost makes one article', async ({ as, team }) => {
  const page = await as('reviewer');
  const desk = importPage(page);
  await desk.open();
  await desk.paste.fill('A headline\n\nA paragraph that can come in.');
  await desk.preview.click();
  await page.route(
    '**/api/imports/save',
    async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await desk.save.click();
  await expect(page.getByText('The server does not answer.').first()).toBeVisible();
  await desk.saveArticle();
  expect(await db.article.count({ where: { teamId: team.id } })).toBe(1);
});

test('the doors refuse by themselves what the page would not send', async ({ as, team }) => {
  const page = await as('reviewer');
  await page.goto('/articles');
  const send = (path: string, options: object) =>
    page.request.post(path, { headers: { origin: origin(page.url()) }, ...options });
  const json = (data: object) => ({ data });
  for (const [answer, status] of [
    [await send('/api/imports', json({ format: 'text', content: '' })), 422],
    [await send('/api/imports', json({ format: 'word', content: 'x' })), 422],
    [await send('/api/imports', json({ format: 'text', content: 'x'.repeat(5 * 1024 * 1024 + 1) })), 413],
    [await send('/api/imports', json({ format: 'text', content: 'x'.repeat(13 * 1024 * 1024) })), 413],
    [await send('/api/imports/save', json({ articleId: 'x' })), 422],
    [await send('/api/imports/galley', json({ commandId: crypto.randomUUID(), words: '{}' })), 422],
    [await send('/api/v1/articles', json({ format: 'text', content: ' ' })), 422],
    [await send('/api/v1/articles', json({ format: 'url', url: 'http://127.0.0.1/' })), 422],
  ] as const) {
    expect(answer.status()).toBe(status);
    const { error } = await answer.json();
    expect(error.message).toMatch(/^([\w.]+: )?[A-Z].{8,}[.?!)]$/);
    expect(error.message).not.toMatch(/expected|option/i);
  }
  expect(await db.article.count({ where: { teamId: team.id } })).toBe(0);
});

const origin = (address: string): string => new URL(address).origin;
