import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CheckedReport,
  checkReport,
  statementPartOf,
  takeProofOut,
  toBase64Url,
  withProof,
} from './report-proof';

const ascii = (words: string) => new TextEncoder().encode(words);
const words = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** An empty ZIP: its directory's end alone. */
const zip = Uint8Array.from([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]);
const files: Readonly<Record<string, Uint8Array>> = {
  html: ascii('<!doctype html><html><head><title>Ü</title></head><body>“Ä” </head> {</body></html>\n'),
  pdf: ascii('%PDF-1.7\nstream\n%%EOF\n'),
  zip,
  json: ascii('{"a": {"b": "}"}}\n'),
  markdown: ascii('# The port\n\nIt grew.\n'),
};

async function signed(bytes: Uint8Array): Promise<{ file: Uint8Array<ArrayBuffer>; key: string }> {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('Ed25519 gives a pair of keys.');
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  const statement = statementPartOf({
    format: 'galley-report-proof',
    version: 1,
    team: 'The Courier',
    articleId: 'a',
    revision: { number: 1, hash: 'h' },
    record: { seq: 3, hash: 'r' },
    view: 'public',
    madeAt: '2026-03-03T14:02:00.000Z',
    sha256: Buffer.from(hash).toString('hex'),
  });
  const signature = toBase64Url(
    new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, ascii(statement))),
  );
  const key = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  return { file: withProof(bytes, `${statement}.${signature}.${key}`), key };
}

const outcomeOf = async (bytes: Uint8Array): Promise<CheckedReport['outcome']> =>
  (await checkReport(bytes)).outcome;

describe.each(Object.entries(files))('a signed file, %s', (_format, bytes) => {
  it('is genuine, and gives back the bytes that were signed', async () => {
    const { file, key } = await signed(bytes);
    expect(await checkReport(file)).toMatchObject({
      outcome: 'genuine',
      key,
      statement: { team: 'The Courier' },
    });
    expect(takeProofOut(file)?.bytes).toEqual(new Uint8Array(bytes));
  });

  it('is altered when any byte of its content is another one', async () => {
    const { file } = await signed(bytes);
    const at = Math.min(bytes.length - 10, 30); // behind what tells the format, before every proof
    file[at] = (file[at] ?? 0) ^ 1;
    expect(await outcomeOf(file)).toBe('altered');
  });

  it('is forged when another key is put beside its signature', async () => {
    const [one, two] = [await signed(bytes), await signed(bytes)];
    const changed = Buffer.from(Buffer.from(one.file).toString('latin1').replace(one.key, two.key), 'latin1');
    expect(await outcomeOf(changed)).toBe('forged');
  });
});

describe('a file that nobody signed', () => {
  it.each(Object.entries(files))('is unsigned, %s', async (_format, bytes) => {
    expect(await outcomeOf(bytes)).toBe('unsigned');
  });

  it('is never taken for a signed one, whatever it is', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string().map((part) => ascii(`# x\n<!-- galley-proof ${part} -->\n`)),
      fc.string().map((part) => ascii(`{"a":1,"galleyProof":"${part}"}`)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (file) => {
        expect(await outcomeOf(file)).toBe('unsigned');
      }),
    );
  });
});

it('keeps JSON that can be read', async () => {
  const { file } = await signed(files.json ?? zip);
  expect(JSON.parse(words(file))).toMatchObject({ a: { b: '}' }, galleyProof: expect.any(String) });
});
