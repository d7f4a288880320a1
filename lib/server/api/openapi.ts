import 'server-only';
import type { z } from 'zod';
import { errorStatus } from '@/lib/domain/errors';
import { roles } from '@/lib/domain/team';
import { perMinute, rateShares } from '../rate-limit';
import { exampleOf } from './example-of';
import { toJsonSchema } from './json-schema';
import { refusalExample, refusals, refusalsOf } from './refusals';
import { type Route, rolesOf, scopeOf } from './route';
import { routes } from './routes';
import { errorShape } from './shapes';

type Json = Record<string, unknown>;

let made: Json | undefined;

/** The OpenAPI 3.1 document of REST v1, made of the schemas that the doors read with; once in a process. */
export function openApiDocument(): Json {
  made ??= makeDocument();
  return made;
}

function makeDocument(): Json {
  const schemas: Record<string, unknown> = {};
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[`/api/v1${route.path}`] = {
      ...paths[`/api/v1${route.path}`],
      [route.method]: operation(route, schemas),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Galley',
      version: '1',
      description:
        'Fact-check annotation workbench. Offsets count UTF-16 code units of the canonical text of a revision. ' +
        'Send `Authorization: Bearer <token>`; a token acts for one person in one team, within its scope: `read`, ' +
        '`annotate` (the work on articles) or `admin` (everything that its person may do). It never may more than ' +
        'its person may now. What you may not see is answered like what does not exist: 404. ' +
        'Lists come in pages in a stable order: `limit` says how many items, and `next` is the `cursor` of the following ' +
        'page, null at the end; the header `Link` holds its whole address. ' +
        `In a minute a token may send ${perMinute.api} requests, ${perMinute.command} changes and ${perMinute.export} ` +
        `exports; all tokens of one person together ${rateShares.person} times as many, all of a team ${rateShares.team} ` +
        'times. The headers `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset` say where you stand, and ' +
        '429 with `Retry-After` when to go on.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Error: toSchema('Error', errorShape, 'output', schemas), ...schemas },
      headers,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'Made on the account page.' },
      },
    },
    security: [{ bearer: [] }],
  };
}

const number = { type: 'integer', minimum: 0 };
const headers = {
  RateLimitLimit: { description: 'How many requests of this kind you may send in a minute.', schema: number },
  RateLimitRemaining: { description: 'How many of them are left.', schema: number },
  RateLimitReset: { description: 'Seconds until all are there again.', schema: number },
  RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } },
  Link: {
    description: 'The address of the next page, with `rel="next"`; absent at the end.',
    schema: { type: 'string' },
    example: '</api/v1/articles?cursor=WyIyMDI2LTAz…>; rel="next"',
  },
};
const header = (name: keyof typeof headers) => ({ $ref: `#/components/headers/${name}` });
const rateHeaders = {
  'RateLimit-Limit': header('RateLimitLimit'),
  'RateLimit-Remaining': header('RateLimitRemaining'),
  'RateLimit-Reset': header('RateLimitReset'),
};

function operation(route: Route, schemas: Record<string, unknown>): Json {
  const name = nameOf(route);
  const isPublic = route.does.length === 0;
  return {
    operationId: name,
    summary: route.summary,
    ...(isPublic ? {} : { description: whoMay(route) }),
    parameters: [
      ...parameters(route.params, 'path', name, schemas),
      ...parameters(route.query, 'query', name, schemas),
      ...(route.isChange ? [idempotencyKey] : []),
    ],
    ...requestBody(route, name, schemas),
    responses: {
      [route.status]: {
        description: route.summary,
        ...(isPublic ? {} : { headers: { ...rateHeaders, ...(route.item && { Link: header('Link') }) } }),
        ...answerOf(route, name, schemas),
      },
      ...(isPublic ? {} : refusalsAsResponses(route)),
    },
    // the scope, as the role that a bearer token needs (OpenAPI 3.1, 4.8.30)
    security: isPublic ? [] : [{ bearer: [scopeOf(route)] }],
  };
}

/** Whose token may do it. */
function whoMay(route: Route): string {
  const may = rolesOf(route);
  const people = may.length === roles.length ? 'everybody in the team' : may.join(', ');
  return `For ${people}; with a token of the scope \`${scopeOf(route)}\`${scopeOf(route) === 'admin' ? '' : ' or more'}.`;
}

function answerOf(route: Route, name: string, schemas: Record<string, unknown>): Json {
  const content = Object.entries(route.answer).map(([type, shape]) => [
    type,
    shape === null
      ? fileOf(type)
      : { schema: toSchema(`${name}Answer`, shape, 'output', schemas), example: exampleOf(shape) },
  ]);
  return content.length === 0 ? {} : { content: Object.fromEntries(content) };
}

/** What is no JSON of ours: text has an example, of a file only the type is said. */
function fileOf(type: string): Json {
  const example = texts[type];
  return example === undefined ? {} : { schema: { type: 'string' }, example };
}

const texts: Readonly<Record<string, string>> = {
  'text/plain': 'The port grew by 14 percent in 2025.',
  'text/html': '<!doctype html><html lang="en"><title>The port</title>…</html>',
  'text/markdown': 'The port ==grew by 40 percent==[^1].\n',
  'text/csv': 'Number,Passage,Mark,Status\n1,grew by 40 percent,Claim,Proposed\n',
  'text/event-stream': 'id: 2\ndata: {"seq":2,"body":{"type":"annotation.created"}}\n\n',
};

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key from the same person changes nothing again and gets the first answer.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

function parameters(
  object: z.ZodObject | undefined,
  place: 'path' | 'query',
  name: string,
  schemas: Record<string, unknown>,
): Json[] {
  if (object === undefined) return [];
  return Object.entries(object.shape).map(([field, type]) => {
    // a zod object's shape holds zod types; its declared type is zod's smaller core
    const schema = type as z.ZodType;
    return {
      name: field,
      in: place,
      required: place === 'path' || !schema.safeParse(undefined).success,
      // what a query carries is text; the value that it must spell is the schema's output
      schema: toSchema(`${name}${capital(field)}`, schema, 'output', schemas),
    };
  });
}

function requestBody(
  { body, form, bodyIsOptional, example }: Route,
  name: string,
  schemas: Record<string, unknown>,
): Json {
  if (body === undefined && form === undefined) return {};
  return {
    requestBody: {
      required: bodyIsOptional !== true,
      content: {
        ...(body && {
          'application/json': { schema: toSchema(`${name}Body`, body, 'input', schemas), example },
        }),
        ...(form && { 'multipart/form-data': { schema: toSchema(`${name}Form`, form, 'input', schemas) } }),
      },
    },
  };
}

function refusalsAsResponses(route: Route): Json {
  const responses = refusalsOf(route).map((code) => [
    errorStatus[code],
    {
      description: refusals[code].means,
      ...(code === 'TOO_MANY' ? { headers: { ...rateHeaders, 'Retry-After': header('RetryAfter') } } : {}),
      content: {
        'application/json': {
          schema: { $ref: '#/components/schemas/Error' },
          example: refusalExample(code),
        },
      },
    },
  ]);
  return Object.fromEntries(responses);
}

/** A zod schema as JSON Schema; parts that refer to themselves become schemas of the document under `name`. */
function toSchema(
  name: string,
  schema: z.ZodType,
  io: 'input' | 'output',
  schemas: Record<string, unknown>,
): unknown {
  const { $defs, ...plain } = toJsonSchema(schema, io);
  const rename = (part: unknown): unknown =>
    JSON.parse(JSON.stringify(part).replaceAll('"#/$defs/', `"#/components/schemas/${name}_`));
  for (const [key, part] of Object.entries($defs ?? {})) schemas[`${name}_${key}`] = rename(part);
  return rename(plain);
}

/** For example `postArticlesAnnotations`. */
function nameOf({ method, path }: Route): string {
  const words = path.replace(/\{(\w+)\}/g, (_, name: string) => `by-${name}`).split(/[^A-Za-z]+/);
  return method + words.map(capital).join('');
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
