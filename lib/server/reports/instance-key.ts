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

/** A report as a file that proves where it comes from and that nobody changed it since. */
export function signReport(
  key: KeyObject,
  bytes: Uint8Array,
  { teamName, article, revision, record, arrangement, made }: Report,
): Uint8Array<ArrayBuffer> {
  return signStatement(key, bytes, {
    format: 'galley-report-proof',
    version: 1,
    team: teamName,
    articleId: article.id,
    revision: { number: revision.number, hash: revision.hash },
    record,
    view: arrangement.view,
    madeAt: made.at,
  });
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
  return signStatement(key, changed, facts);
}

function signStatement(
  key: KeyObject,
  bytes: Uint8Array,
  facts: Omit<ProofStatement, 'sha256'>,
): Uint8Array<ArrayBuffer> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const statement = statementPartOf({ ...facts, sha256 });
  const signature = toBase64Url(sign(null, Buffer.from(statement, 'ascii'), key));
  return withProof(bytes, `${statement}.${signature}.${publicKeyOf(key)}`);
}
