import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import { modulePath } from './paths';

const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * The SQL that leads from one Prisma schema to another; `from` absent means from an empty database.
 * `url` names any running Postgres: the engine insists on one, though nothing in it is read or changed.
 */
export async function diffSchemas(url: string, from: string | undefined, to: string): Promise<string> {
  const engine = await openEngine(url);
  const schema = (content: string, path: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path, content }],
  });
  try {
    const result = await engine.diff({
      from: from === undefined ? { tag: 'empty' } : schema(from, 'before.prisma'),
      to: schema(to, 'after.prisma'),
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    });
    return result.stdout ?? '';
  } finally {
    engine.free();
  }
}

/**
 * Prisma's command line fetches its engine from the internet; the same engine as WebAssembly comes from npm.
 * The package is made for bundlers, so its two halves are joined here by hand.
 */
async function openEngine(url: string): Promise<SchemaEngine> {
  const bindings = await loadBindings();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  const datamodel = 'datasource db {\n  provider = "postgresql"\n}\n';
  return await bindings.SchemaEngine.new(
    { datamodels: [['schema.prisma', datamodel]] },
    () => undefined,
    adapter,
  );
}

type Bindings = typeof import('@prisma/schema-engine-wasm') & { __wbg_set_wasm: (exports: unknown) => void };

async function loadBindings(): Promise<Bindings> {
  // The package types its entry for bundlers only; this half exports the same names plus the setter.
  const bindings: Bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg' as string);
  const file = modulePath('@prisma', 'schema-engine-wasm', 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    [`./${basename(file, '.wasm')}.js`]: { ...bindings },
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
  return bindings;
}
