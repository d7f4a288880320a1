import 'server-only';
import type { CaptureModel } from '@/lib/db/generated/models';
import { canonicalText } from '@/lib/domain/article-doc';
import { DomainError } from '@/lib/domain/errors';
import type { EgressPolicy } from '../egress/egress-policy';
import { type FetchedPage, fetchAddress, findStatusFault } from '../egress/fetch-address';
import { runParser } from '../imports/run-parser';
import { formatOfPage } from '../imports/upload-format';

/** What an address answered, in words; or why there are none. */
export type ReadPage = Pick<CaptureModel, 'address' | 'status' | 'title' | 'text' | 'failure'> & {
  /** The server says for certain that nothing is there any more. */
  readonly isGone: boolean;
};

type ReadOptions = {
  readonly policy?: EgressPolicy | undefined;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Fetches an address and reads all words of what is there, in the fenced process. Throws UNAVAILABLE where so many texts
 * are being read that it has to be tried again, and at once when `signal` says that nobody wants it any more.
 */
export async function readPage(asked: string, { policy, signal }: ReadOptions = {}): Promise<ReadPage> {
  const nothing = { title: '', text: '' };
  let page: FetchedPage | undefined;
  try {
    page = await fetchAddress(asked, { policy, signal });
    const fault = findStatusFault(page);
    if (fault !== undefined) throw fault;
    const { address, charset, bytes, status } = page;
    const job = { format: formatOfPage(page), address, charset: charset ?? undefined };
    const { details, doc, original } = await runParser(job, bytes, { signal });
    const text = original ?? canonicalText(doc);
    return { address, status, title: details.title, text, failure: null, isGone: false };
  } catch (error) {
    if (signal?.aborted === true) throw error;
    if (!(error instanceof DomainError) || error.code === 'UNAVAILABLE') throw error;
    const { address = asked, status = null } = page ?? {};
    return { ...nothing, address, status, failure: error.message, isGone: status === 404 || status === 410 };
  }
}
