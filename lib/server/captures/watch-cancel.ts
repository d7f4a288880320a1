import 'server-only';
import { db } from '@/lib/db/client';
import { log } from '../log';
import { onNotice } from '../realtime/listen';

/** One capture that is being fetched, and the article that its evidence belongs to. */
export type Fetching = { readonly captureId: string; readonly articleId: string };

/**
 * Says by `signal` once a capture is no longer wanted, whichever process was told so: at each notice about its article it
 * looks whether the row still waits. `stop` it when the page has come.
 */
export function watchCancel({ captureId, articleId }: Fetching): {
  readonly signal: AbortSignal;
  readonly stop: () => void;
} {
  const cancelled = new AbortController();
  const look = async (): Promise<void> => {
    try {
      if ((await db.capture.count({ where: { id: captureId, capturedAt: null } })) === 0) cancelled.abort();
    } catch (error) {
      log.warn('Whether a capture is still wanted could not be read', { job: 'captures', error });
    }
  };
  const stop = onNotice('captures', articleId, () => void look());
  // It may have been taken back before this process listened.
  void look();
  return { signal: cancelled.signal, stop };
}
