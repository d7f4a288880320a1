import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { config } from '@/proxy';

const root = join(import.meta.dirname, '../..');
/** Next reads a matcher as a whole address. */
const isCaught = (address: string): boolean =>
  config.matcher.some((pattern) => new RegExp(`^${pattern}$`).test(address));

test('lets readers without an account through to every route that is theirs', () => {
  const routes = globSync('app/{reports,share,shared}/**/route.ts', { cwd: root });
  const addresses = routes.map((file) =>
    file
      .replace(/^app/, '')
      .replace(/\/route\.ts$/, '')
      .replaceAll(/\[\w+\]/g, 'the-port-1'),
  );
  expect(addresses.length).toBeGreaterThan(4);
  expect(addresses.filter(isCaught)).toEqual([]);
});

test('says a policy with everything that is no route of a reader, a program or a file', () => {
  for (const address of ['/', '/articles/1', '/reports', '/reports/a/b', '/share/a/b', '/nowhere.svg'])
    expect(isCaught(address), address).toBe(true);
});
