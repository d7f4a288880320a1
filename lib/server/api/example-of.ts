import 'server-only';
import type { z } from 'zod';
import { toJsonSchema } from './json-schema';

/**
 * A value that a shape takes, made of the shape itself: every field filled, of several forms the first, words from one
 * small newsroom. A shape that changes changes its example.
 */
export function exampleOf(shape: z.ZodType): unknown {
  const { $defs = {}, ...schema } = toJsonSchema(shape, 'output');
  return fill(schema, { name: '', within: '', among: [], defs: $defs });
}

type Schema = z.core.JSONSchema.BaseSchema;
type Place = {
  /** The field, and the one that its object stands in. */
  readonly name: string;
  readonly within: string;
  /** The fields beside it. */
  readonly among: readonly string[];
  readonly defs: Readonly<Record<string, Schema>>;
};

function fill(schema: Schema, place: Place): unknown {
  if (schema.$ref !== undefined) return fill(place.defs[schema.$ref.replace('#/$defs/', '')] ?? {}, place);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const forms = schema.anyOf ?? schema.oneOf ?? [];
  if (absent.includes(place.name) && forms.some(({ type }) => type === 'null')) return null;
  const form = forms.find(({ type }) => type !== 'null');
  if (form !== undefined) return fill(form, place);
  const [type] = [schema.type].flat().filter((one) => one !== 'null');
  switch (type) {
    case 'object':
      return objectOf(schema, place);
    case 'array':
      return [fill(itemOf(schema), place)];
    case 'string':
      return wordsOf(schema, place);
    case 'integer':
    case 'number':
      return numbers[place.name] ?? Math.min(Math.max(schema.minimum ?? 0, 1), schema.maximum ?? 1);
    case 'boolean':
      return false;
    default:
      return schema.type === undefined ? {} : null;
  }
}

function objectOf(schema: Schema, { name, defs }: Place): unknown {
  const properties = fieldsOf(schema);
  if (properties.type?.const === 'doc') return document;
  const among = Object.keys(properties);
  const fields = Object.entries(properties).map(([field, type]) => [
    field,
    fill(type, { name: field, within: name, among, defs }),
  ]);
  return Object.fromEntries(fields);
}

/** The fields of an object; of a record those that its keys name. */
function fieldsOf({ properties = {}, propertyNames, additionalProperties }: Schema): Record<string, Schema> {
  const type = typeof additionalProperties === 'object' ? additionalProperties : {};
  const keys = typeof propertyNames === 'object' ? (propertyNames.enum ?? []) : [];
  const named = Object.fromEntries(keys.map((key) => [String(key), type]));
  // zod writes no schema that is only true or false
  return { ...named, ...properties } as Record<string, Schema>;
}

function itemOf({ items }: Schema): Schema {
  return typeof items === 'object' && !Array.isArray(items) ? (items as Schema) : {}; // zod writes one for all
}

function wordsOf({ format }: Schema, place: Place): string {
  switch (format) {
    case 'uuid':
      return idFor(place);
    case 'date-time':
      return place.name === 'expiresAt' ? '2026-03-10T08:30:00.000Z' : '2026-03-03T08:30:00.000Z';
    case 'date':
      return '2026-03-03';
    case 'uri':
      return words[place.name] ?? 'https://galley.example.org/share/Zx3…';
    default:
      return place.name === 'name' ? nameFor(place) : (words[place.name] ?? 'Checked.');
  }
}

/** The same thing has the same id in all examples. */
function idFor({ name, within, among }: Place): string {
  const isPerson = name === 'id' && among.length === 2 && within !== 'team' && within !== 'teams';
  const thing = isPerson || /(By|author|assignee|owner|user|person)/i.test(name) ? 'person' : name;
  const number = [...thing].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 4_096, 0);
  return `0b8f5c1e-6a1f-4c8e-9a52-3f1f7f3f0${number.toString(16).padStart(3, '0')}`;
}

function nameFor({ within, among }: Place): string {
  if (within === 'team' || within === 'teams' || among.includes('members')) return 'The Courier';
  if (among.includes('bytes')) return 'the-port.pdf';
  if (among.includes('steps')) return 'Three steps';
  if (among.includes('email') || among.length === 2) return 'Ada Lovelace';
  return 'Urgent';
}

const words: Readonly<Record<string, string>> = {
  title: 'The port',
  articleTitle: 'The port',
  text: 'The port grew by 40 percent.',
  exact: 'grew by 40 percent',
  prefix: 'The port ',
  suffix: '.',
  email: 'ada@example.org',
  address: 'https://port.example.org/report.pdf',
  sourceAddress: 'https://courier.example.org/the-port',
  byline: 'Ada Veen',
  publication: 'The Courier',
  claimant: 'The port authority',
  reason: 'Two figures.',
  evidenceTitle: 'Annual report 2025',
  suggestedWording: 'grew by 14 percent',
  before: 'grew by 14 percent',
  drift: 'number',
  goal: 'Check the port before the print deadline',
  fileName: 'the-port.pdf',
  table: 'claims',
  tool: 'Galley',
  party: 'The port authority',
  question: 'On what do you base the 40 percent?',
  language: 'en',
  locator: 'p. 6',
  hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  captureHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  type: 'annotation.created',
  key: 'half_right',
  label: 'Half right',
  method: 'exact',
  format: 'pdf',
  slug: 'the-port-k3x9',
  openapi: '3.1.0',
  secret: 'whsec_…',
  next: 'WyIyMDI2LTAzLTAzVDA4OjMwOjAwLjAwMFoiXQ',
  code: 'INVALID',
  message: 'Write something in the note first.',
};

/** What is seldom there: an example with all of it would tell of what cannot be at once. */
const absent: readonly string[] = [
  ...['disabledAt', 'problem', 'refusal', 'failure', 'withdrawnAt', 'elsewhere', 'snoozedUntil'],
  ...['override', 'waiting', 'tried', 'onAuthorReason', 'closing', 'frozenAt', 'nextAt'],
];

const numbers: Readonly<Record<string, number>> = { start: 9, end: 27, version: 1, status: 200, days: 30 };

const document = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The annual report says 14.' }] }],
};
