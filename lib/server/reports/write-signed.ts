import 'server-only';
import { joinedPieces } from '@/lib/exchange/joined-bytes';
import { authSecret } from '../env';
import { instanceKey, signReportPieces } from './instance-key';
import { type Patience, runWriter, type WriterRequest } from './run-writer';

/**
 * A report as a file that this instance has signed, in the pieces in which it is written. The one way out for every copy
 * of a report. A CSV has no place for a signature.
 */
export function signedPieces(request: WriterRequest, patience: Patience = {}): AsyncIterable<Uint8Array> {
  const pieces = runWriter(request, patience);
  return request.format === 'csv'
    ? pieces
    : signReportPieces(instanceKey(authSecret()), pieces, request.report);
}

/** The same whole, for what is kept in a row or shown at once. Throws DomainError. */
export function writeSigned(request: WriterRequest): Promise<Uint8Array<ArrayBuffer>> {
  return joinedPieces(signedPieces(request));
}
