import { openApiDocument } from '@/lib/server/api/openapi';

export const dynamic = 'force-dynamic';

/** What REST v1 takes and answers, for programs and their makers; it holds nothing of any team. */
export function GET(): Response {
  return Response.json(openApiDocument(), { headers: { 'cache-control': 'no-store' } });
}
