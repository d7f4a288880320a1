import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './paths';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const filesOf = (pattern: string): readonly string[] => globSync(pattern, { cwd: root });

/** The rooms of the ground floor, from the lowest up; what stands beside them is below all. */
const floors = ['', 'text', 'facts', 'reanchor', 'compare', 'laws', 'report', 'testing'];
const roomOf = (path: string): string => dirname(relative('lib/domain', path)).replace(/^\.$/, '');

it('lets every room of lib/domain import downwards only', () => {
  const files = filesOf('lib/domain/**/*.ts').filter((file) => !file.endsWith('.test.ts'));
  expect([...new Set(files.map(roomOf))].sort()).toEqual([...floors].sort());
  const upwards = files.flatMap((file) =>
    [...read(file).matchAll(/from '(\.[^']+)'/g)]
      .map(([, address = '']) => join(dirname(file), address))
      .filter((imported) => floors.indexOf(roomOf(imported)) > floors.indexOf(roomOf(file)))
      .map((imported) => `${file} → ${imported}`),
  );
  expect(upwards).toEqual([]);
});

it('names no file in README and docs that is not there', () => {
  const named = ['README.md', ...filesOf('docs/**/*.md')].flatMap((file) =>
    [...read(file).matchAll(/`((?:app|components|docs|e2e|lib|prisma|public)\/[^`*\s]+)`/g)].map(
      ([, path = '']) => ({ file, path }),
    ),
  );
  expect(named.length).toBeGreaterThan(30);
  const isThere = (path: string): boolean =>
    ['', '.ts', '.tsx'].some((end) => existsSync(join(root, path + end)));
  expect(named.filter(({ path }) => !isThere(path))).toEqual([]);
});
