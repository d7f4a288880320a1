import 'server-only';
import type { Transaction } from '@/lib/db/client';
import type { CaptureNews } from '@/lib/domain/capture';
import { channels } from '../realtime/listen';

/** Tells at commit whoever has the article open that the captures of an annotation have changed. */
export async function tellCapture(tx: Transaction, { articleId, annotationId }: CaptureNews): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify(${channels.captures}, ${`${articleId}:${annotationId}`})::text`;
}
