import 'server-only';
import { authSecret } from '../env';
import { instanceKey, signReport } from './instance-key';
import { type Patience, runWriter, type WriterRequest } from './run-writer';

/**
 * Writes a report as a file that this instance has signed. The one way out for every copy of a report. A CSV has no place
 * for a signature.
 */
export async function writeSigned(
  request: WriterRequest,
  patience: Patience = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await runWriter(request, patience);
  if (request.format === 'csv') return new Uint8Array(bytes);
  return signReport(instanceKey(authSecret()), bytes, request.report);
}
