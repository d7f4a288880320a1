import 'server-only';
import type { CaptureNews } from '@/lib/domain/capture';
import { onNotice } from './listen';
import type { Rider } from './stream';

/** Of which annotations' evidence a page was asked for, has come or is no longer wanted: ids alone, to be asked for. */
export function rideCaptures(articleIds: readonly string[], ring: () => void): Rider {
  const due = new Map<string, CaptureNews>();
  const stops = articleIds.map((articleId) =>
    onNotice('captures', articleId, (payload) => {
      // Without a payload notices may have been missed: whoever waits for a page asks by themselves.
      const annotationId = payload?.split(':')[1];
      if (annotationId === undefined) return;
      due.set(annotationId, { articleId, annotationId });
      ring();
    }),
  );
  return {
    async pump(write) {
      for (const news of due.values()) write(`event: capture\ndata: ${JSON.stringify(news)}\n\n`);
      due.clear();
    },
    leave: () => {
      for (const stop of stops) stop();
    },
  };
}
