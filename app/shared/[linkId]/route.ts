import { openShareLink } from '@/lib/server/sharing/open-share-link';
import { goneAnswer, secretIn, sharedReport } from '@/lib/server/sharing/shared-report';

type Context = { readonly params: Promise<{ readonly linkId: string }> };

/** The report that a link shows, to whoever came by the link. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { linkId } = await params;
  const secret = secretIn(request);
  const link = secret === undefined ? undefined : await openShareLink(secret);
  if (link === undefined || link.id !== linkId) return goneAnswer();
  return sharedReport(link);
}
