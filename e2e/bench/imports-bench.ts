import { setTimeout as wait } from 'node:timers/promises';
import { type Figure, median, percentile, show } from '@/lib/cli/figures';
import { docxOf, p } from '@/lib/server/imports/testing/docx-of';
import { pdfOf } from '@/lib/server/imports/testing/pdf-of';
import type { Bench, Desk } from './desk';
import { type Client, createClient } from './http-client';
import { makeText, seeded } from './made-up-text';

const quietRequests = 200;
const pauseMs = 20;

type LargeFile = { readonly name: string; readonly content: Buffer };

/**
 * How long others wait for an ordinary answer while large files of each kind come in, as many at a time as are read at
 * once and two more in line, beside how long they wait when nothing comes in.
 */
export const importsBench: Bench = {
  name: 'imports',
  async measure(desk) {
    const files = await largeFiles();
    const other = createClient(desk.url, desk.token);
    const alone = await waits(other, ({ length }) => length >= quietRequests);
    const began = performance.now();
    let left = files.length;
    const coming = Promise.all(
      files.map(async (file) => {
        const ms = await bringIn(desk, file);
        left -= 1;
        return { name: file.name, ms };
      }),
    );
    const meanwhile = await waits(other, () => left === 0);
    const times = await coming;
    other.close();
    return figuresOf({ alone, meanwhile, times, seconds: (performance.now() - began) / 1_000 });
  },
};

/** Asks again and again until `isEnough`. */
async function waits(
  client: Client,
  isEnough: (ms: readonly number[]) => boolean,
): Promise<readonly number[]> {
  const ms: number[] = [];
  while (!isEnough(ms)) {
    ms.push((await client.get('/api/articles')).ms);
    await wait(pauseMs);
  }
  return ms;
}

async function bringIn({ url, token }: Desk, { name, content }: LargeFile): Promise<number> {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(content)], name));
  form.set('title', `A long article as ${name}`); // not every kind of file has a headline
  const began = performance.now();
  const answer = await fetch(new URL('/api/v1/articles', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  if (answer.status !== 201)
    throw new Error(`${name} was answered with ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
  return performance.now() - began;
}

/** About the largest that a newsroom meets: 200 000 words of each kind, a PDF of 150 pages. */
async function largeFiles(): Promise<readonly LargeFile[]> {
  const paragraphs = makeText(200_000, seeded(5)).split('\n\n');
  const some = paragraphs.slice(0, 3_000);
  const pdf = await pdfOf((kit) => {
    kit.fontSize(20).text('A long report').fontSize(11);
    for (const words of some) kit.text(words).moveDown(0.5);
  });
  return [
    { name: 'long.md', content: Buffer.from(`# A long text\n\n${paragraphs.join('\n\n')}`) },
    {
      name: 'long.html',
      content: Buffer.from(`<h1>A long page</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('')}`),
    },
    {
      name: 'long.docx',
      content: docxOf({ body: [p('A long document'), ...some.map((words) => p(words))].join('') }),
    },
    { name: 'long.pdf', content: pdf },
  ];
}

type Measured = {
  readonly alone: readonly number[];
  readonly meanwhile: readonly number[];
  readonly times: readonly { readonly name: string; readonly ms: number }[];
  readonly seconds: number;
};

function figuresOf({ alone, meanwhile, times, seconds }: Measured): Figure[] {
  const [quiet, busy] = [percentile(alone, 0.95), percentile(meanwhile, 0.95)];
  const each = times.map(({ name, ms }) => `${name} ${(ms / 1_000).toFixed(1)} s`).join(', ');
  return [
    {
      what: 'An ordinary answer while nothing comes in, 95th percentile',
      value: quiet,
      unit: 'ms',
      more: `median ${show(median(alone), 'ms')} of ${alone.length}`,
    },
    {
      what: `The same while ${times.length} large files come in, 95th percentile`,
      value: busy,
      unit: 'ms',
      more: `median ${show(median(meanwhile), 'ms')}, slowest ${show(percentile(meanwhile, 1), 'ms')} of ${meanwhile.length}; ${each}`,
    },
    {
      what: 'The same, 99th percentile',
      value: percentile(meanwhile, 0.99),
      unit: 'ms',
      goal: 200,
      more: `${seconds.toFixed(0)} s for all files`,
    },
    { what: 'Wait while files come in, to wait alone', value: busy / quiet, unit: '×', more: '' },
  ];
}
