import { z } from 'zod';

/**
 * What the instance that made a report signs: whose it is, of which text, up to which event, which copy, and the
 * SHA-256 of the file without the proof. Signed with Ed25519 (RFC 8032).
 */
export const proofStatementSchema = z.strictObject({
  format: z.literal('galley-report-proof'),
  version: z.literal(1),
  team: z.string().max(200),
  articleId: z.string().max(100),
  revision: z.strictObject({ number: z.int(), hash: z.string().max(100) }),
  record: z.strictObject({ seq: z.int(), hash: z.string().max(200) }),
  view: z.string().max(20),
  madeAt: z.string().max(40),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ProofStatement = z.infer<typeof proofStatementSchema>;

/** What a check of a file found. `key` is the public key, raw, in base64url; who it belongs to is another question. */
export type CheckedReport =
  | { readonly outcome: 'unsigned' }
  | {
      readonly outcome: 'genuine' | 'altered' | 'forged';
      readonly statement: ProofStatement;
      readonly key: string;
    };

/** The file with its proof, in a place that readers of its format pass over: HTML, PDF, ZIP, JSON, else Markdown. */
export function withProof(bytes: Uint8Array, proof: string): Uint8Array<ArrayBuffer> {
  const place = placeIn(endsOf(bytes), proof);
  if (place === undefined) return new Uint8Array(bytes);
  const { at, added, patch } = place;
  const whole = joined(bytes.subarray(0, at), asciiBytes(added), bytes.subarray(at));
  for (const [index, byte] of patch) whole[index] = byte;
  return whole;
}

/** Takes a file's proof out, which leaves the bytes that were signed; undefined when there is none. */
export function takeProofOut(
  bytes: Uint8Array,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly proof: string } | undefined {
  const { head, tail, from } = endsOf(bytes);
  const found = patternFor(head).exec(tail);
  const proof = found?.groups?.proof;
  if (found === null || proof === undefined) return undefined;
  const at = from + found.index;
  const carrier = found.groups?.carrier?.length ?? found[0].length;
  const whole = joined(bytes.subarray(0, at), bytes.subarray(at + carrier));
  if (head.startsWith('PK')) whole.fill(0, at - 2, at);
  return { bytes: whole, proof };
}

/** Whether a file is what the holder of a key signed. Needs no server: the proof brings statement, signature and key. */
export async function checkReport(bytes: Uint8Array): Promise<CheckedReport> {
  const taken = takeProofOut(bytes);
  const [statementPart = '', signaturePart = '', key = ''] = taken?.proof.split('.') ?? [];
  const statement = statementIn(statementPart);
  if (taken === undefined || statement === undefined) return { outcome: 'unsigned' };
  if (!(await isSigned(statementPart, signaturePart, key))) return { outcome: 'forged', statement, key };
  const hash = await sha256Hex(taken.bytes);
  return { outcome: hash === statement.sha256 ? 'genuine' : 'altered', statement, key };
}

/** The part of a proof that is signed: the statement in base64url. */
export function statementPartOf(statement: ProofStatement): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify(statement)));
}

/** Bytes as base64url without padding (RFC 4648). */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

type Patch = readonly (readonly [index: number, byte: number])[];
type Place = { readonly at: number; readonly added: string; readonly patch: Patch };

const sign = '(?<proof>[\\w-]+\\.[\\w-]+\\.[\\w-]+)';
const inZipComment = new RegExp(`galley-proof ${sign}$`);
const inPdf = new RegExp(`\\n%galley-proof ${sign}\\n$`);
const inHtml = new RegExp(`<meta name="galley-proof" content="${sign}">$`);
const inJson = new RegExp(`(?<carrier>,"galleyProof":"${sign}")\\}\\s*$`);
const inMarkdown = new RegExp(`\\n<!-- galley-proof ${sign} -->\\n$`);

/** Where a file begins, and the stretch in which its proof stands or belongs: `from` is where that stretch begins. */
type Ends = { readonly head: string; readonly tail: string; readonly from: number };

const tailLength = 8_192;

/** A proof stands at the very end, of HTML at the end of its head: nothing else of a large file is looked at. */
function endsOf(bytes: Uint8Array): Ends {
  const head = asciiOf(bytes.subarray(0, 64));
  const isHtml = head.startsWith('<!doctype html>');
  const end = isHtml ? asciiOf(bytes).indexOf('</head>') : bytes.length;
  const from = Math.max(0, end - tailLength);
  return { head, tail: asciiOf(bytes.subarray(from, Math.max(0, end))), from };
}

/** What a proof looks like in each format; `carrier` is what goes with it where more stands behind it. */
function patternFor(head: string): RegExp {
  if (head.startsWith('PK')) return inZipComment;
  if (head.startsWith('%PDF')) return inPdf;
  if (head.startsWith('<!doctype html>')) return inHtml;
  return /^\s*\{/.test(head) ? inJson : inMarkdown;
}

function placeIn({ head, tail, from }: Ends, proof: string): Place | undefined {
  const end = from + tail.length;
  if (head.startsWith('PK')) return inZip(tail, from, `galley-proof ${proof}`);
  if (head.startsWith('%PDF')) return { at: end, added: `\n%galley-proof ${proof}\n`, patch: [] };
  if (head.startsWith('<!doctype html>'))
    return { at: end, added: `<meta name="galley-proof" content="${proof}">`, patch: [] };
  if (/^\s*\{/.test(head))
    return { at: from + tail.lastIndexOf('}'), added: `,"galleyProof":"${proof}"`, patch: [] };
  return { at: end, added: `\n<!-- galley-proof ${proof} -->\n`, patch: [] };
}

/** The end of a ZIP's directory is 22 bytes when it has no comment (APPNOTE 4.3.16). */
function inZip(tail: string, from: number, comment: string): Place | undefined {
  const start = tail.length - 22;
  if (tail.slice(start, start + 4) !== 'PK\u0005\u0006') return undefined;
  const length = from + tail.length;
  const patch: Patch = [
    [length - 2, comment.length & 0xff],
    [length - 1, comment.length >> 8],
  ];
  return { at: length, added: comment, patch };
}

function statementIn(part: string): ProofStatement | undefined {
  try {
    const words = new TextDecoder('utf-8', { fatal: true }).decode(fromBase64Url(part));
    return proofStatementSchema.safeParse(JSON.parse(words)).data;
  } catch {
    // Whatever cannot be decoded was never a statement.
    return undefined;
  }
}

async function isSigned(statement: string, signature: string, key: string): Promise<boolean> {
  try {
    const known = await crypto.subtle.importKey('raw', fromBase64Url(key), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', known, fromBase64Url(signature), asciiBytes(statement));
  } catch {
    // A key or a signature of the wrong length proves nothing.
    return false;
  }
}

async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromBase64Url(words: string): Uint8Array<ArrayBuffer> {
  return asciiBytes(atob(words.replaceAll('-', '+').replaceAll('_', '/')));
}

/** One character for each byte, so that places in the words are places in the bytes. */
function asciiOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 32_768)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 32_768)));
  return parts.join('');
}

function asciiBytes(words: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(words, (sign) => sign.charCodeAt(0));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
