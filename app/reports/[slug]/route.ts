import { readPublicReport } from '@/lib/server/sharing/read-public-report';

type Context = { readonly params: Promise<{ readonly slug: string }> };

/** A published report, for everybody. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return readPublicReport((await params).slug, request.headers.get('if-none-match'));
}
