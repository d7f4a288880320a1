import 'server-only';
import { z } from 'zod';
import { perMinute } from '../rate-limit';
import { type Route, scopeOf } from './route';
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
        '`annotate` (the work on articles) or `admin` (everything that its person may do). ' +
        'What you may not see is answered like what does not exist: 404. ' +
        'Lists come in pages: `next` is the `cursor` of the following one, null at the end. ' +
        `In a minute a person may send ${perMinute.api} requests, ${perMinute.command} changes and ${perMinute.export} ` +
        'exports; 429 says when to go on.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Error: toSchema('Error', errorShape, 'output', schemas), ...schemas },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'Made on the account page.' },
      },
    },
    security: [{ bearer: [] }],
  };
}

function operation(route: Route, schemas: Record<string, unknown>): Json {
  const name = nameOf(route);
  const content = Object.entries(route.answer).map(([type, shape]) => [
    type,
    shape === null ? {} : { schema: toSchema(`${name}Answer`, shape, 'output', schemas) },
  ]);
  return {
    operationId: name,
    summary: route.summary,
    parameters: [
      ...parameters(route.params, 'path', name, schemas),
      ...parameters(route.query, 'query', name, schemas),
      ...(route.isChange ? [idempotencyKey] : []),
    ],
    ...requestBody(route, name, schemas),
    responses: {
      [route.status]: {
        description: route.summary,
        ...(content.length === 0 ? {} : { content: Object.fromEntries(content) }),
      },
      ...(route.isPublic ? {} : refusals(route)),
    },
    // the scope, as the role that a bearer token needs (OpenAPI 3.1, 4.8.30)
    security: route.isPublic ? [] : [{ bearer: [scopeOf(route)] }],
  };
}

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

const sentences: Readonly<Record<number, string>> = {
  401: 'Not signed in.',
  403: 'Seen, but not allowed.',
  404: 'Does not exist, or may not be seen.',
  409: 'Somebody else changed it meanwhile; `current` is what it is now.',
  413: 'Too large.',
  422: 'Not valid; the message names the field.',
  429: 'Too many requests; see Retry-After.',
};

function refusals(route: Route): Json {
  const isReading = route.method === 'get' && scopeOf(route) === 'read';
  const statuses = isReading ? [401, 404, 422, 429] : [401, 403, 404, 409, 413, 422, 429];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: sentences[status],
        ...(status === 429 ? { headers: { 'Retry-After': retryAfter } } : {}),
        content: { 'application/json': refusal },
      },
    ]),
  );
}

const retryAfter = { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } };
const refusal = {
  schema: { $ref: '#/components/schemas/Error' },
  example: {
    error: {
      code: 'NOT_FOUND',
      message: 'This article does not exist, or you do not have access to it.',
      id: '3f1c2a9e',
    },
  },
};

/** A zod schema as JSON Schema; parts that refer to themselves become schemas of the document under `name`. */
function toSchema(
  name: string,
  schema: z.ZodType,
  io: 'input' | 'output',
  schemas: Record<string, unknown>,
): unknown {
  const { $schema: _dialect, $defs, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
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
