import { readEarlierVersion } from '@/lib/server/sharing/read-public-report';

type Context = { readonly params: Promise<{ readonly slug: string; readonly number: string }> };

/** An earlier version of a published report, for everybody. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, number } = await params;
  const which = /^[1-9]\d{0,5}$/.test(number) ? Number(number) : 0;
  return readEarlierVersion(slug, which, request.headers.get('if-none-match'));
}
