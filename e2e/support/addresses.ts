import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Every page, as its address with parameters in brackets: `/articles/[articleId]`. */
export function findPages(): readonly string[] {
  return globSync('app/**/page.tsx', { cwd: root }).map(addressOf).sort();
}

/** Every door of the API: `POST /api/articles/[articleId]/commands`. */
export function findDoors(): readonly string[] {
  return globSync('app/**/route.ts', { cwd: root })
    .flatMap((file) =>
      methodsIn(readFileSync(join(root, file), 'utf8')).map((method) => `${method} ${addressOf(file)}`),
    )
    .sort();
}

/** The folder of a file below `app`, without the groups that do not stand in addresses. */
function addressOf(file: string): string {
  const parts = dirname(file).split(/[/\\]/).slice(1);
  return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`;
}

/** The methods that a route file exports, whichever way it says so. */
function methodsIn(source: string): readonly string[] {
  const exported = source.match(/^export .*$/gm)?.join('\n') ?? '';
  return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((method) =>
    new RegExp(`\\b${method}\\b`).test(exported),
  );
}
