import 'server-only';
import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from 'node:crypto';
import type { Report } from '@/lib/domain/report/report';
import {
  checkReport,
  type ProofStatement,
  statementPartOf,
  takeProofOut,
  toBase64Url,
  withProof,
} from '@/lib/exchange/report-proof';
import { signPieces } from '@/lib/exchange/sign-pieces';

/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key with which an instance signs its reports, derived from its secret by HKDF: the same for all its processes. */
export function instanceKey(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'galley report signature', 32));
  return createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' });
}

/** The public half, raw, in base64url: by it a report is known to be of this instance. */
export function publicKeyOf(key: KeyObject): string {
  return toBase64Url(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32));
}

/** A report's file, while it is written, as one that proves where it comes from and that nobody changed it since. */
export function signReportPieces(
  key: KeyObject,
  pieces: AsyncIterable<Uint8Array>,
  report: Report,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  return signPieces(pieces, {
    hear: (bytes) => hash.update(bytes),
    proof: () => proofOf(key, factsOf(report), hash.digest('hex')),
  });
}

/** The same of a file that is whole. */
export function signReport(key: KeyObject, bytes: Uint8Array, report: Report): Uint8Array<ArrayBuffer> {
  return withProof(bytes, proofOf(key, factsOf(report), sha256Of(bytes)));
}

/**
 * A report that this key signed with a change of its bytes, signed again for the same text, record and time. What is not
 * as the key signed it stays unsigned: a new signature must not make it believable.
 */
export async function signAgain(
  key: KeyObject,
  bytes: Uint8Array,
  change: (unsigned: Uint8Array) => Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const checked = await checkReport(bytes);
  const changed = change(takeProofOut(bytes)?.bytes ?? bytes);
  if (checked.outcome !== 'genuine' || checked.key !== publicKeyOf(key)) return new Uint8Array(changed);
  const { sha256: _, ...facts } = checked.statement;
  return withProof(changed, proofOf(key, facts, sha256Of(changed)));
}

type Facts = Omit<ProofStatement, 'sha256'>;

function factsOf({ teamName, article, revision, record, arrangement, made }: Report): Facts {
  return {
    format: 'galley-report-proof',
    version: 1,
    team: teamName,
    articleId: article.id,
    revision: { number: revision.number, hash: revision.hash },
    record,
    view: arrangement.view,
    madeAt: made.at,
  };
}

function proofOf(key: KeyObject, facts: Facts, sha256: string): string {
  const statement = statementPartOf({ ...facts, sha256 });
  const signature = toBase64Url(sign(null, Buffer.from(statement, 'ascii'), key));
  return `${statement}.${signature}.${publicKeyOf(key)}`;
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
