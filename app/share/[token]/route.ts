import { isSecure } from '@/lib/server/env';
import { openShareLink } from '@/lib/server/sharing/open-share-link';
import { goneAnswer, shareCookieName } from '@/lib/server/sharing/shared-report';

type Context = { readonly params: Promise<{ readonly token: string }> };

/** Swaps the secret in a link for a cookie, and leads to an address that tells nothing. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const link = await openShareLink(token);
  if (link === undefined) return goneAnswer();
  const path = `/shared/${link.id}`;
  const seconds = Math.max(1, Math.floor((link.expiresAt.getTime() - Date.now()) / 1_000));
  const cookie = [
    `${shareCookieName()}=${token}`,
    `Path=${path}`,
    `Max-Age=${seconds}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure() ? ['Secure'] : []),
  ];
  return new Response(null, {
    status: 303,
    headers: {
      location: path,
      'set-cookie': cookie.join('; '),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
  });
}
