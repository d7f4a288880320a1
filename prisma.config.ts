import { defineConfig } from 'prisma/config';

/** For Prisma's own command line. Galley migrates with `npm start`; see lib/cli/migrate.ts. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://127.0.0.1/galley' },
});
