import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

/** Two projects: pure tests that need nothing, and tests against a real Postgres (DATABASE_URL given by `npm test`). */
export default defineConfig({
  resolve: { alias: { '@': root, 'server-only': `${root}/node_modules/server-only/empty.js` } },
  test: {
    // A third worker uses the processors while others wait for the database or a clock.
    maxWorkers: 3,
    // To load the code anew for each file takes longer than most tests. What else is shared begins anew (own-database.ts).
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          // One kind after the other: a process goes on only with files of its own kind.
          sequence: { groupOrder: 1 },
          include: [
            'lib/{domain,exchange,editor,workbench,cli}/**/*.test.ts',
            'components/**/*.test.{ts,tsx}',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: ['lib/{db,server}/**/*.test.ts'],
          globalSetup: 'lib/server/testing/template.ts',
          setupFiles: 'lib/server/testing/own-database.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
