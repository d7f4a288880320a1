import { readPublicReport } from '@/lib/server/sharing/read-public-report';

type Context = { readonly params: Promise<{ readonly slug: string }> };

/** A published report, for everybody. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const knownTag = request.headers.get('if-none-match');
  return readPublicReport((await params).slug, { knownTag, isEmbedded: false });
}
