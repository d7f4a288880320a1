import { isReady } from '@/lib/server/readiness';

export const dynamic = 'force-dynamic';

/** Answers 200 when requests can be served, 503 while the database is away or this process is about to end. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json({ ready }, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
