import { type FileProof, fileProofOf } from '@/lib/exchange/file-proof';
import { checkReport } from '@/lib/exchange/report-proof';

/** Whether a file is as a Galley signed it, found out in this browser; `unsupported` where it knows no such signatures. */
export async function checkFile(file: File, ownKey: string): Promise<FileProof | 'unsupported'> {
  try {
    await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  } catch {
    return 'unsupported';
  }
  return fileProofOf(await checkReport(new Uint8Array(await file.arrayBuffer())), ownKey);
}
