import { type NextRequest, NextResponse } from 'next/server';
import { checkEnv, isSecure } from '@/lib/server/env';
import { sessionCookieName } from '@/lib/server/session-cookie-name';
import { pathHeader, signInPath } from '@/lib/server/sign-in-path';

const publicPaths = ['/sign-in', '/setup', '/invitation', '/reset', '/verify'];
/** What browsers and machines ask of every site; there is none of it, and the sign-in page is no answer. */
const absentFiles = ['/favicon.ico', '/robots.txt'];

/**
 * Gives every page a Content-Security-Policy with a fresh nonce, and spares the signed-out a detour. It is a
 * comfort and a second wall, never the lock: every page and route asks for the actor by itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const path = `${pathname}${search}`;
  // A form that is sent gets its answer from its action: led away, it would lose what is typed in it.
  const isForm = request.headers.has('next-action');
  if (!isPublic(pathname) && !isForm && !request.cookies.has(sessionCookieName())) {
    return NextResponse.redirect(new URL(signInPath(path), checkEnv().PUBLIC_URL));
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce);
  // Next writes the nonce into its own scripts when it finds the policy in the request.
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  headers.set(pathHeader, path);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  // Everything but routes for machines, reports and files, which say their own policy or are no pages. What is none of
  // them ends in the page that says so.
  matcher: [
    '/((?!api/|_next/static/|shared?/[^/]+$|reports/[^/]+(?:/(?:embed|picture|versions/[^/]+))?$|icon\\.svg$|apple-touch-icon\\.png$).*)',
  ],
};

function isPublic(pathname: string): boolean {
  return publicPaths.includes(pathname) || absentFiles.includes(pathname);
}

function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = checkEnv().NODE_ENV === 'development';
  const directives = [
    "default-src 'none'",
    // React's development build explains errors with eval; production has none.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    // A report is looked at before it goes out; pages themselves may be framed by nobody.
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "worker-src 'self'",
    "manifest-src 'self'",
    ...(isSecure() ? ['upgrade-insecure-requests'] : []),
  ];
  return directives.join('; ');
}
