import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { root } from './paths';

const folder = join(root, 'docs', 'deploy');
const read = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');

/** Whatever a manifest holds; each test looks at what it needs of it. */
const anything = z.record(z.string(), z.unknown());
const named = z.looseObject({ kind: z.string(), metadata: z.looseObject({ name: z.string() }) });

function documentsIn(...path: readonly string[]): readonly unknown[] {
  return parseAllDocuments(read(...path), { merge: true, strict: true, uniqueKeys: true }).map((document) => {
    expect(document.errors, path.join('/')).toEqual([]);
    return document.toJS();
  });
}

const manifests = readdirSync(join(folder, 'kubernetes'))
  .filter((file) => file.endsWith('.yaml') && file !== 'kustomization.yaml')
  .flatMap((file) => documentsIn('kubernetes', file))
  .map((document) => named.parse(document));

function manifest<T>(kind: string, name: string, schema: z.ZodType<T>): T {
  const found = manifests.find((one) => one.kind === kind && one.metadata.name === name);
  return schema.parse(found);
}

const labels = z.record(z.string(), z.string());
const probe = z.looseObject({ httpGet: z.object({ path: z.string(), port: z.string() }) });
const container = z.looseObject({
  name: z.string(),
  ports: z.array(z.looseObject({ name: z.string(), containerPort: z.number() })),
  volumeMounts: z.array(z.looseObject({ name: z.string() })),
});
const workload = z.looseObject({
  spec: z.looseObject({
    selector: z.object({ matchLabels: labels }),
    template: z.looseObject({
      metadata: z.object({ labels }),
      spec: z.looseObject({
        containers: z.array(container).length(1),
        volumes: z.array(z.looseObject({ name: z.string() })).default([]),
        terminationGracePeriodSeconds: z.number(),
      }),
    }),
  }),
});
const service = z.looseObject({
  spec: z.looseObject({
    selector: labels,
    ports: z
      .array(z.looseObject({ port: z.number(), targetPort: z.union([z.string(), z.number()]) }))
      .length(1),
  }),
});
const workloads = [
  ['Deployment', 'galley'],
  ['Deployment', 'pgbouncer'],
  ['StatefulSet', 'postgres'],
] as const;

/** Every name that the code reads from its environment. */
const sources = ['lib/server/env.ts', ...readdirSync(join(root, 'lib/cli')).map((file) => `lib/cli/${file}`)]
  .filter((file) => /\.(ts|mjs)$/.test(file) && !file.includes('.test.'))
  .map((file) => readFileSync(join(root, file), 'utf8'));
const readNames = new Set(sources.flatMap((source) => source.match(/\b[A-Z][A-Z0-9_]{3,}\b/g) ?? []));
const settingOf = (name: string): string => name.replace(/_FILE$/, '');

/** What PgBouncer is told in its file. */
const bouncer = new Map(
  read('kubernetes', 'pgbouncer.ini')
    .split('\n')
    .flatMap((line) => {
      const [, name, value] = /^(\w+) = (.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, value ?? ''] as const];
    }),
);

describe('the manifests for Kubernetes', () => {
  it('are those that kustomize puts together, each once', () => {
    const [kustomization] = documentsIn('kubernetes', 'kustomization.yaml');
    const { resources } = z.looseObject({ resources: z.array(z.string()) }).parse(kustomization);
    const files = readdirSync(join(folder, 'kubernetes')).filter((file) => file.endsWith('.yaml'));
    expect([...resources, 'kustomization.yaml'].sort()).toEqual(files.sort());
    const names = manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(workloads)(
    '%s %s makes what it selects, mounts what it has, and is reached by its service',
    (kind, name) => {
      const { spec } = manifest(kind, name, workload);
      const [only] = spec.template.spec.containers;
      expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
      const { selector, ports } = manifest('Service', name, service).spec;
      expect(spec.template.metadata.labels).toMatchObject(selector);
      expect(only?.ports.map((port) => port.name)).toContain(ports[0]?.targetPort);
      const claimed = z
        .looseObject({ spec: z.looseObject({ volumeClaimTemplates: z.array(named.partial()).default([]) }) })
        .parse(manifests.find((one) => one.kind === kind && one.metadata.name === name));
      const volumes = [
        ...spec.template.spec.volumes.map((volume) => volume.name),
        ...claimed.spec.volumeClaimTemplates.map((claim) => claim.metadata?.name),
      ];
      for (const mount of only?.volumeMounts ?? [])
        expect(volumes, `${name}: ${mount.name}`).toContain(mount.name);
    },
  );

  it('ask the app at addresses that it has, on the port that it is told', () => {
    const { containers } = manifest('Deployment', 'galley', workload).spec.template.spec;
    const app = container
      .extend({
        env: z.array(z.object({ name: z.string(), value: z.string() })),
        startupProbe: probe,
        readinessProbe: probe,
        livenessProbe: probe,
      })
      .parse(containers[0]);
    for (const { httpGet } of [app.startupProbe, app.readinessProbe, app.livenessProbe]) {
      expect(existsSync(join(root, 'app', httpGet.path, 'route.ts')), httpGet.path).toBe(true);
      expect(app.ports.map(({ name }) => name)).toContain(httpGet.port);
    }
    // An app that lives without its database must not be killed for it.
    expect(app.readinessProbe.httpGet.path).toBe('/api/health/ready');
    expect(app.livenessProbe.httpGet.path).toBe('/api/health/live');
    expect(app.env.find(({ name }) => name === 'PORT')?.value).toBe(String(app.ports[0]?.containerPort));
    for (const { name } of app.env) expect(readNames).toContain(settingOf(name));
  });

  it('name settings that the code reads, and the direct way past PgBouncer for listening', () => {
    const { data } = manifest('ConfigMap', 'galley', z.looseObject({ data: labels }));
    for (const name of Object.keys(data)) expect(readNames, name).toContain(settingOf(name));
    expect(Object.keys(data)).toEqual(
      expect.arrayContaining(['DATABASE_URL_FILE', 'DIRECT_DATABASE_URL_FILE', 'PUBLIC_URL']),
    );
  });

  it('pool by transaction, at the ports where the services are', () => {
    expect(bouncer.get('pool_mode')).toBe('transaction');
    expect(Number(bouncer.get('listen_port'))).toBe(
      manifest('Service', 'pgbouncer', service).spec.ports[0]?.port,
    );
    const port = manifest('Service', 'postgres', service).spec.ports[0]?.port;
    expect(bouncer.get('galley')).toBe(`host=postgres port=${port} dbname=galley`);
  });
});

describe('docker-compose.yml', () => {
  const compose = z
    .looseObject({
      services: z.record(
        z.string(),
        z.looseObject({
          environment: labels.default({}),
          depends_on: z.union([z.array(z.string()), anything]).default([]),
          build: z.looseObject({ context: z.string(), dockerfile: z.string() }).optional(),
          networks: z.array(z.string()),
          secrets: z.array(z.string()).default([]),
        }),
      ),
      networks: anything,
      secrets: anything,
    })
    .parse(documentsIn('docker-compose.yml')[0]);

  it('starts what it has: services, networks, secrets and files that exist', () => {
    for (const [name, { depends_on, build, networks, secrets }] of Object.entries(compose.services)) {
      const needed = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
      expect(Object.keys(compose.services), name).toEqual(expect.arrayContaining(needed));
      expect(Object.keys(compose.networks), name).toEqual(expect.arrayContaining(networks));
      expect(Object.keys(compose.secrets), name).toEqual(expect.arrayContaining(secrets));
      // A service's build is read from the folder of the clone.
      if (build) expect(existsSync(join(root, build.context, build.dockerfile)), build.dockerfile).toBe(true);
    }
  });

  it('tells the app only what it reads, and where PgBouncer and Postgres are', () => {
    for (const name of ['galley-1', 'galley-2'])
      for (const setting of Object.keys(compose.services[name]?.environment ?? {}))
        expect(readNames, setting).toContain(settingOf(setting));
    const text = read('docker-compose.yml');
    expect(text).toContain(`@pgbouncer:${bouncer.get('listen_port')}/galley`);
    expect(text).toContain('@postgres:5432/galley');
    expect(text).toContain('DIRECT_DATABASE_URL_FILE');
  });
});

describe.each(['nginx.conf', 'nginx-compose.conf'])('%s', (file) => {
  /** The blocks of this proxy, by the address that they are for. */
  const blocks = [...read(file).matchAll(/location (~ )?(\S+) \{([^}]*)\}/g)].map(
    ([, isPattern, address, inside]) => ({
      fits: (path: string) => isPattern !== undefined && new RegExp(address ?? '').test(path),
      inside: inside ?? '',
    }),
  );

  it('hands on every live stream as it comes, without holding lines back', () => {
    const streams = [
      'api/me/events',
      'api/articles/[articleId]/events',
      'api/v1/articles/[articleId]/events',
    ];
    for (const stream of streams) {
      expect(existsSync(join(root, 'app', stream, 'route.ts')), stream).toBe(true);
      const block = blocks.find(({ fits }) => fits(`/${stream}`));
      expect(block?.inside, stream).toContain('proxy_buffering off;');
      // Longer than the silence between two signs of life, by far.
      expect(Number(/proxy_read_timeout (\d+)s/.exec(block?.inside ?? '')?.[1])).toBeGreaterThanOrEqual(30);
    }
  });

  it('speaks to processes, and never hands on what a visitor says of their own address', () => {
    const text = read(file);
    expect([...text.matchAll(/^ {2}server \S+:\d+/gm)].length).toBeGreaterThanOrEqual(2);
    expect(text).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
    expect(text).not.toContain('$proxy_add_x_forwarded_for');
  });
});
