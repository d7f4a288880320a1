import 'server-only';
import { type FileProof, fileProofOf } from '@/lib/exchange/file-proof';
import { checkReport } from '@/lib/exchange/report-proof';
import { authSecret } from '../env';
import { instanceKey, publicKeyOf } from './instance-key';

/** Whether a file is as a Galley signed it: this one, or another. */
export async function proofOfFile(bytes: Uint8Array): Promise<FileProof> {
  return fileProofOf(await checkReport(bytes), publicKeyOf(instanceKey(authSecret())));
}
