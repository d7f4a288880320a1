import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
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

it('is OpenAPI 3.1 to a validator that did not write it, which would notice a fault', async () => {
  const document = JSON.parse(JSON.stringify(openApiDocument()));
  const validator = new Validator();
  const found = await validator.validate(document);
  expect(found.errors ?? []).toEqual([]);
  expect({ valid: found.valid, version: validator.version }).toEqual({ valid: true, version: '3.1' });
  delete document.info.title;
  expect((await new Validator().validate(document)).valid).toBe(false);
});

it('has no reference that leads nowhere, and names every operation once', () => {
  const document = openApiDocument();
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
  expect(references.length).toBeGreaterThan(10);
  expect(document).toHaveProperty('components.schemas');
  const { components } = document as { components: { schemas: object } }; // just looked for
  expect([...new Set(references)].filter((name) => !(`${name}` in components.schemas))).toEqual([]);
  expect(text.includes('$defs')).toBe(false);
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
