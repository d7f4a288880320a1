import type { ArticleDraft } from '@/lib/domain/lists';
import { askServer } from '../articles/ask-server';

/** The headline of a page of the web, as our own server reads it; absent where it cannot be had, or was given up. */
export async function titleOfPage(address: string, signal: AbortSignal): Promise<string | undefined> {
  const answer = await askServer('/api/imports', { body: { format: 'url', url: address }, signal }).catch(
    // A site's name is title enough where its page is closed to us.
    () => undefined,
  );
  // Our own door made this draft; its shape is the door's contract.
  const title = (answer as ArticleDraft | undefined)?.details.title ?? '';
  return title === '' ? undefined : title;
}
