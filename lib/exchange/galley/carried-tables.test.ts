import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { kindOfEvent } from '@/lib/domain/history';
import { carriedTables, leftTables } from './carried-tables';
import { eventBodySchema } from './event-schema';

const schema = readFileSync(fileURLToPath(new URL('../../../prisma/schema.prisma', import.meta.url)), 'utf8');

/** Every table with its lines. */
const tables = new Map(
  [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => [name, body]),
);

/** The tables that an article, or something that hangs on one, is named in. */
function tablesOfAnArticle(): ReadonlySet<string> {
  const found = new Set(['Article']);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const [name, body] of tables) if (pointsInto(body, found)) found.add(name);
  }
  return found;
}

/** Whether a table has a relation to one of these, or names an article or annotation without one. */
function pointsInto(body: string, targets: ReadonlySet<string>): boolean {
  const relations = [...body.matchAll(/^\s+\w+\s+(\w+)\??\s+@relation\(fields:/gm)].map(([, to = '']) => to);
  return relations.some((to) => targets.has(to)) || /^\s+(articleId|annotationId)\s/m.test(body);
}

describe('the tables of an article', () => {
  it('are each carried by a Galley file, or left with a reason', () => {
    const decided = [...Object.keys(carriedTables), ...Object.keys(leftTables)];
    expect(decided.toSorted()).toEqual([...tablesOfAnArticle()].toSorted());
  });

  it('are found by this test: those that nobody could miss are among them, those of a team are not', () => {
    const found = tablesOfAnArticle();
    for (const name of ['ArticleEvent', 'Reply', 'Capture', 'WebhookDelivery']) expect(found).toContain(name);
    for (const name of ['Team', 'User', 'Source', 'AuditEvent']) expect(found).not.toContain(name);
  });
});

it('lets every kind of event into a file', () => {
  const kinds = eventBodySchema.options.flatMap(({ shape }) => shape.type.options);
  expect(kinds.toSorted()).toEqual(Object.keys(kindOfEvent).toSorted());
});
