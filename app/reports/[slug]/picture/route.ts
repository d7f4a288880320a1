import { readPublicPicture } from '@/lib/server/sharing/read-public-report';

type Context = { readonly params: Promise<{ readonly slug: string }> };

/** What a preview of a published report's address shows. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return readPublicPicture((await params).slug, request.headers.get('if-none-match'));
}
