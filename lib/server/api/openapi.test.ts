import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { openApiDocument } from './openapi';
import { routes } from './routes';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = join(root, 'app', 'api', 'v1');
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

it('describes every method of every route file, and nothing that is not there', async () => {
  const offered: string[] = [];
  for (const file of globSync('**/route.ts', { cwd: folder })) {
    const path = `/${relative('.', file).replaceAll('\\', '/')}`
      .replace(/\/route\.ts$/, '')
      .replace(/\[(\w+)\]/g, '{$1}');
    const route: object = await import(join(folder, file));
    for (const method of methods.filter((name) => name in route)) offered.push(`${method} ${path}`);
  }
  const described = routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect(described.toSorted()).toEqual(offered.toSorted());
});

it('has no reference that leads nowhere, and names every operation once', () => {
  const document = openApiDocument();
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
  expect(references.length).toBeGreaterThan(10);
  expect(document).toHaveProperty('components.schemas');
  for (const name of references) expect(text).toContain(`"${name}":{`);
  expect(text).not.toContain('$defs');
  const operations = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, name]) => name);
  expect(new Set(operations).size).toBe(routes.length);
});

it('says what a request must carry and what its answer is', () => {
  expect(openApiDocument()).toMatchObject({
    openapi: '3.1.0',
    paths: {
      '/api/v1/articles/{articleId}/annotations': {
        post: {
          parameters: [{ name: 'articleId', in: 'path', required: true }, { name: 'Idempotency-Key' }],
          requestBody: {
            content: {
              'application/json': {
                schema: {
                  properties: { mark: { enum: ['claim', 'opinion', 'sourced_fact', 'no_fact'] } },
                  required: ['mark'],
                },
              },
            },
          },
          responses: { 201: {}, 401: {}, 404: {}, 409: {}, 422: {} },
        },
      },
    },
  });
});
