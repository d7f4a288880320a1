import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import type { ErrorCode } from '@/lib/domain/errors';
import { exampleOf } from './example-of';
import { openApiDocument } from './openapi';
import { refusalExample, refusals } from './refusals';
import { routes } from './routes';
import { errorShape } from './shapes';

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

type Operation = {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>;
};

it('gives examples that its own doors take, and answers in the shapes that it gives', () => {
  const withBody = routes.filter(({ body }) => body !== undefined);
  expect(withBody.length).toBeGreaterThan(30);
  for (const { method, path, body, example } of withBody) {
    const read = body?.safeParse(example);
    expect(read?.success, `${method} ${path}: ${read?.error?.message}`).toBe(true);
  }
  const answers = routes.flatMap(({ method, path, answer }) =>
    Object.values(answer).flatMap((shape) => (shape === null ? [] : [{ where: `${method} ${path}`, shape }])),
  );
  expect(answers.length).toBeGreaterThan(70);
  const wrong = answers.flatMap(({ where, shape }) => {
    const { error } = shape.safeParse(exampleOf(shape));
    return error === undefined ? [] : [`${where}: ${error.message}`];
  });
  expect(wrong).toEqual([]);
});

it('shows an example of everything that is answered and of every way of saying no', () => {
  const { paths } = openApiDocument() as { paths: Record<string, Record<string, Operation>> }; // as it is made
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  expect(operations).toHaveLength(routes.length);
  for (const { operationId, responses } of operations)
    for (const [status, { content = {} }] of Object.entries(responses))
      for (const [type, media] of Object.entries(content))
        if (
          !/octet-stream|pdf|officedocument|json$/.test(type) ||
          (type === 'application/json' && 'schema' in media)
        )
          expect(media, `${operationId} ${status} ${type}`).toHaveProperty('example');
  for (const code of Object.keys(refusals) as ErrorCode[]) {
    const example = refusalExample(code);
    errorShape.parse(example);
    expect(example.error.code).toBe(code);
    expect(example.error.message).toMatch(/^[A-Za-z].{10,}[.?!]$/);
  }
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
