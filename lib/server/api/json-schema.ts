import 'server-only';
import { z } from 'zod';

/**
 * A schema as JSON Schema 2020-12: of what goes in, or of what comes out. What is tidied on its way through (an id in small
 * letters, a list without repeats) comes out in the form in which it went in.
 */
export function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): z.core.JSONSchema.BaseSchema {
  const { $schema: _dialect, ...plain } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      if (io === 'input' || def.type !== 'pipe' || def.out._zod.def.type !== 'transform') return;
      Object.assign(jsonSchema, toJsonSchema(def.in as z.ZodType, io)); // zod's schemas are all of its types
    },
  });
  return plain;
}
