import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { joinedBytes, joinedPieces } from './joined-bytes';
import {
  type CheckedReport,
  checkReport,
  statementPartOf,
  takeProofOut,
  toBase64Url,
  withProof,
} from './report-proof';
import { signPieces } from './sign-pieces';

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

async function signed(
  bytes: Uint8Array,
  put: typeof withProof = withProof,
): Promise<{ file: Uint8Array<ArrayBuffer>; key: string }> {
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
  return { file: put(bytes, `${statement}.${signature}.${key}`), key };
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

/** The file with more in it, behind what tells its format and before every end. */
function lengthened(file: Uint8Array, by: number): Uint8Array {
  const more = ascii('x'.repeat(by));
  return file === zip
    ? joinedBytes(zip.subarray(0, 2), more, zip)
    : joinedBytes(file.subarray(0, 15), more, file.subarray(15));
}

describe.each(Object.entries(files))('a file that is signed while it is written, %s', (_format, bytes) => {
  it('is the same however it is cut into pieces, all bytes heard once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 400 }),
        fc.array(fc.nat({ max: 500 }), { maxLength: 8 }),
        async (by, cuts) => {
          const file = lengthened(bytes, by);
          const heard: Uint8Array[] = [];
          const signer = { hear: (piece: Uint8Array) => heard.push(piece.slice()), proof: () => 'a.b.c' };
          const streamed = await joinedPieces(signPieces(cut(file, cuts), signer));
          expect(words(streamed)).toBe(words(withProof(file, 'a.b.c')));
          expect(words(joinedBytes(...heard))).toBe(words(file));
        },
      ),
    );
  });

  it('goes out but for its last bytes before its proof is made', async () => {
    const file = lengthened(bytes, 5_000);
    let [out, atProof] = [0, 0];
    const proof = (): string => {
      atProof = out;
      return 'a.b.c';
    };
    const pieces = signPieces(cut(file, [900, 4_000]), { hear: () => undefined, proof });
    for await (const piece of pieces) out += piece.length;
    expect(atProof).toBe(file.length - 64);
  });
});

/** A file in pieces, which lie in one buffer that is used again, as streams may do. */
async function* cut(file: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(file.length);
  const edges = [...cuts.map((at) => Math.min(at, file.length)).sort((a, b) => a - b), file.length];
  let from = 0;
  for (const to of edges) {
    buffer.set(file.subarray(from, to));
    yield buffer.subarray(0, to - from);
    from = to;
  }
}

describe('a page that was signed when proofs stood in the head', () => {
  const inHead: typeof withProof = (bytes, proof) =>
    new Uint8Array(ascii(words(bytes).replace('</head>', `<meta name="galley-proof" content="${proof}">$&`)));
  const page = files.html ?? zip;

  it('is still genuine, and altered when something is', async () => {
    const { file, key } = await signed(page, inHead);
    expect(await checkReport(file)).toMatchObject({ outcome: 'genuine', key });
    expect(takeProofOut(file)?.bytes).toEqual(new Uint8Array(page));
    const changed = new Uint8Array(ascii(words(file).replace('“Ä”', '“Ö”')));
    expect(await outcomeOf(changed)).toBe('altered');
  });

  it('is altered when a proof of today is put behind it', async () => {
    const { file } = await signed(page, inHead);
    const { file: today } = await signed(page);
    const behind = today.subarray(page.length);
    expect(await outcomeOf(joinedBytes(file, behind))).toBe('altered');
  });
});

it('stands behind the end of a page, as a comment that belongs to no element', () => {
  const page = new JSDOM(words(withProof(files.html ?? zip, 'a.b.c'))).window.document;
  const [doctype, root, comment] = page.childNodes;
  expect([doctype?.nodeType, root, comment?.textContent?.trim()]).toEqual([
    10,
    page.documentElement,
    'galley-proof a.b.c',
  ]);
  expect(page.body.textContent).not.toContain('galley-proof');
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
