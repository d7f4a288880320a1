import { z } from 'zod';
import { joinedBytes } from './joined-bytes';

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

/** So many bytes at the beginning of a file tell its format. */
export const headLength = 64;
/** A proof is put among the last bytes of a file, at most so many before its end. */
export const endLength = 64;

/**
 * The end of a file with its proof, in a place that readers of its format pass over: PDF, ZIP, JSON, else a comment of
 * HTML and Markdown. `end` is the file or at least its last `endLength` bytes, `head` its first `headLength`.
 */
export function withProof(end: Uint8Array, proof: string, head: Uint8Array = end): Uint8Array<ArrayBuffer> {
  const place = placeIn(asciiOf(head.subarray(0, headLength)), end, proof);
  if (place === undefined) return new Uint8Array(end);
  const { at, added, patch } = place;
  const whole = joinedBytes(end.subarray(0, at), asciiBytes(added), end.subarray(at));
  for (const [index, byte] of patch) whole[index] = byte;
  return whole;
}

/** Takes a file's proof out, which leaves the bytes that were signed; undefined when there is none. */
export function takeProofOut(
  bytes: Uint8Array,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly proof: string } | undefined {
  const head = asciiOf(bytes.subarray(0, headLength));
  const taken = takeOut(bytes, patternFor(head), bytes.length);
  if (taken !== undefined) {
    if (head.startsWith('PK')) taken.bytes.fill(0, -2);
    return taken;
  }
  return isHtml(head) ? takeOut(bytes, inHeadOfHtml, endOfHead(bytes)) : undefined;
}

/** The same with a proof that stands in the stretch before `to`, which alone is looked at. */
function takeOut(bytes: Uint8Array, pattern: RegExp, to: number) {
  const from = Math.max(0, to - stretchLength);
  const found = pattern.exec(asciiOf(bytes.subarray(from, Math.max(0, to))));
  const proof = found?.groups?.proof;
  if (found === null || proof === undefined) return undefined;
  const at = from + found.index;
  const carrier = found.groups?.carrier?.length ?? found[0].length;
  return { bytes: joinedBytes(bytes.subarray(0, at), bytes.subarray(at + carrier)), proof };
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
const inJson = new RegExp(`(?<carrier>,"galleyProof":"${sign}")\\}\\s*$`);
/** Behind the end of the root element HTML allows comments as Markdown does (HTML, section 13.1). */
const inComment = new RegExp(`\\n<!-- galley-proof ${sign} -->\\n$`);
/** Where pages carried it that were written before reports were signed as they stream. */
const inHeadOfHtml = new RegExp(`<meta name="galley-proof" content="${sign}">$`);

/** A proof is shorter than this. */
const stretchLength = 8_192;

const isHtml = (head: string): boolean => head.startsWith('<!doctype html>');

/** Where `</head>` begins. */
function endOfHead(bytes: Uint8Array): number {
  return asciiOf(bytes).indexOf('</head>');
}

/** What a proof looks like in each format; `carrier` is what goes with it where more stands behind it. */
function patternFor(head: string): RegExp {
  if (head.startsWith('PK')) return inZipComment;
  if (head.startsWith('%PDF')) return inPdf;
  return isJson(head) ? inJson : inComment;
}

const isJson = (head: string): boolean => /^\s*\{/.test(head);

function placeIn(head: string, end: Uint8Array, proof: string): Place | undefined {
  const { length: at } = end;
  if (head.startsWith('PK')) return inZip(end, `galley-proof ${proof}`);
  if (head.startsWith('%PDF')) return { at, added: `\n%galley-proof ${proof}\n`, patch: [] };
  if (isJson(head))
    return { at: end.lastIndexOf(closingBrace), added: `,"galleyProof":"${proof}"`, patch: [] };
  return { at, added: `\n<!-- galley-proof ${proof} -->\n`, patch: [] };
}

const closingBrace = 0x7d;

/** The end of a ZIP's directory is 22 bytes when it has no comment (APPNOTE 4.3.16). */
function inZip(end: Uint8Array, comment: string): Place | undefined {
  const { length } = end;
  if (asciiOf(end.subarray(length - 22, length - 18)) !== 'PK\u0005\u0006') return undefined;
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
