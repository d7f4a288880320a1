import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { canonicalText } from '@/lib/domain/article-doc';
import type { ReadProgress } from '@/lib/domain/lists';
import { parserArguments, runParser } from './run-parser';
import { pdfOf } from './testing/pdf-of';

const page = { format: 'html' } as const;
const bytes = (text: string) => Buffer.from(text);
const words = bytes('<h1>Head</h1><p>Text.</p>');
const limits = { timeMs: 20_000, memoryMb: 512 };

/** How many parser processes that this test has started still run. */
const running = (): number => parsers().length;

function parsers(): readonly number[] {
  if (!existsSync('/proc/self/stat')) return [];
  const names = readdirSync('/proc').filter((name) => {
    try {
      const parent = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')[1];
      return (
        Number(parent) === process.pid &&
        readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('parser-process')
      );
    } catch {
      // Not a process, or one that ended while we looked.
      return false;
    }
  });
  return names.map(Number);
}

afterEach(() => {
  expect(running()).toBe(0);
  expect(globalThis.galleyParserTurns).toMatchObject({ running: 0, waiting: [] });
});

describe('runParser', () => {
  it('reads HTML and Markdown in a process of their own, two at a time', async () => {
    const all = [
      runParser(page, words),
      runParser({ format: 'markdown' }, bytes('# Head\n\nText.')),
      runParser({ ...page, title: 'Given' }, words),
    ];
    expect(globalThis.galleyParserTurns?.running).toBe(2);
    expect(globalThis.galleyParserTurns?.waiting).toHaveLength(1);
    const [html, markdown, titled] = await Promise.all(all);
    expect(html && canonicalText(html.doc)).toBe('Head\n\nText.');
    expect(markdown?.doc).toEqual(html?.doc);
    expect(titled?.details.title).toBe('Given');
  });

  it('tells how far it is: waiting, page by page, in order', async () => {
    const pdf = await pdfOf((kit) => {
      for (let page = 1; page <= 5; page += 1) {
        if (page > 1) kit.addPage();
        kit.text(`${'abcde'[page]} says what nobody else does.`, 72, 100 + page * 90);
      }
    });
    const heard: ReadProgress[] = [];
    const patient = { ...limits, timeMs: 100_000 };
    const others = [1, 2].map(() => runParser(page, words, { limits: patient }));
    const onProgress = (progress: ReadProgress) => void heard.push(progress);
    await runParser({ format: 'pdf' }, pdf, { onProgress, limits: patient });
    await Promise.all(others);
    const { length } = heard;
    expect([heard[0], heard[length - 2], heard[length - 1]]).toEqual([
      { stage: 'waiting' },
      { stage: 'reading', pages: { done: 5, all: 5 } },
      { stage: 'arranging' },
    ]);
    const pages = heard.flatMap(({ pages }) => pages?.done ?? []);
    expect(pages).toEqual(pages.toSorted((one, other) => one - other));
  });

  it('hands on the refusals of the parser', async () => {
    await expect(runParser(page, bytes('<p> </p>'))).rejects.toMatchObject({
      code: 'INVALID',
      message: 'There is no text here. Paste the article or choose another file.',
    });
  });

  it('kills a process that takes too long and says so', async () => {
    const endless = bytes('<section>'.repeat(200_000));
    await expect(runParser(page, endless, { limits: { ...limits, timeMs: 2_000 } })).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringContaining('took longer than 2 seconds to read'),
    });
  });

  it('says so when a process breaks down for want of memory', async () => {
    await expect(runParser(page, words, { limits: { ...limits, memoryMb: 8 } })).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringContaining('takes more memory than a text should'),
    });
  });

  it('says so when a process is killed from outside, and leaves nothing behind', async () => {
    const slow = runParser(page, bytes('<section>'.repeat(200_000)));
    const said = expect(slow).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(/^Reading this text broke off and nothing was kept\./),
    });
    await expect.poll(running).toBe(1);
    for (const id of parsers()) process.kill(id, 'SIGKILL');
    await said;
  });

  it('turns the twenty-third away at once', async () => {
    const many = Array.from({ length: 22 }, () =>
      runParser(page, words, { limits: { ...limits, timeMs: 1 } }).catch(() => 'killed'),
    );
    await expect(runParser(page, words)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'Many texts are being read just now. Try again in a minute.',
    });
    expect(new Set(await Promise.all(many))).toEqual(new Set(['killed']));
  });

  it('kills a process and leaves the line as soon as nobody waits for it any more', async () => {
    const slow = bytes('<section>'.repeat(200_000));
    const leaving = new AbortController();
    const all = [1, 2, 3].map(() => runParser(page, slow, { signal: leaving.signal }));
    await expect.poll(running).toBe(2);
    leaving.abort();
    for (const one of await Promise.allSettled(all)) {
      expect(one).toMatchObject({ reason: { message: 'Reading was cancelled. Nothing was kept.' } });
    }
    await expect(runParser(page, slow, { signal: leaving.signal })).rejects.toThrow('cancelled');
  });

  it('counts memory outside of the heap too', async () => {
    const began = performance.now();
    const idle = await runParser(page, words);
    expect(idle.doc.content).toHaveLength(2);
    const tight = { limits: { timeMs: 20_000, memoryMb: 60 } };
    await expect(
      runParser({ format: 'pdf' }, Buffer.alloc(50 * 1024 * 1024, '%PDF-'), tight),
    ).rejects.toThrow('more memory');
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it.each([
    ['connect', "require('node:net').connect(80, '127.0.0.1')"],
    ['fetch by http', "require('node:http').get('http://127.0.0.1/')"],
    ['look names up', "require('node:dns').lookup('localhost', () => 0)"],
    ['send packets', "require('node:dgram').createSocket('udp4').send('x', 9, '127.0.0.1')"],
    ['listen', "require('node:net').createServer().listen(0)"],
    ['read other files', "fs.readFileSync('/etc/hostname')"],
    ['list folders', "fs.readdirSync('/')"],
    ['read what lies beside the program', "fs.readFileSync('.env')"],
    ['read the rest of Galley', "fs.readFileSync('lib/server/env.ts')"],
    ['read packages', "fs.readFileSync('node_modules/jsdom/package.json')"],
    ['write', "fs.writeFileSync('/tmp/galley-parser-test', 'x')"],
    ['start programs', "require('node:child_process').spawnSync('true')"],
    ['start threads', "new (require('node:worker_threads').Worker)('1', { eval: true })"],
  ])('gives the process no right to %s', (_name, act) => {
    const program = `try { const fs = require('node:fs'); ${act}; console.log('done') } catch (error) { console.log(error.code) }`;
    const { stdout } = spawnSync(process.execPath, [...parserArguments().slice(0, -1), '-e', program], {
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe('ERR_ACCESS_DENIED');
  });

  it('takes its program as it was compiled beforehand', () => {
    const [loader, program] = ['load-program.mjs', 'generated/parser.js'].map((name) =>
      JSON.stringify(join(import.meta.dirname, name)),
    );
    const asking = `import(${loader}).then(({ loadProgram }) => console.log(loadProgram(${program}).script.cachedDataRejected))`;
    const { stdout } = spawnSync(process.execPath, [...parserArguments().slice(0, -1), '-e', asking], {
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe('false');
  });
});
