import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { findFreePort, isPortFree, parsePort } from './ports';
import { loadSecrets, readSetting, requireRealSecret } from './secrets';
import { appEnvironment, readAddress } from './settings';

const folder = mkdtempSync(join(tmpdir(), 'galley-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));
const environment = (values: Record<string, string>): NodeJS.ProcessEnv => ({ NODE_ENV: 'test', ...values });

describe('the address', () => {
  it('is port 3000 of this machine unless told otherwise', () => {
    expect(readAddress(environment({}))).toEqual({
      port: 3000,
      host: '127.0.0.1',
      url: 'http://localhost:3000',
    });
    expect(
      readAddress(environment({ PORT: '8080', HOST: '0.0.0.0', PUBLIC_URL: 'https://galley.example.org/' })),
    ).toEqual({ port: 8080, host: '0.0.0.0', url: 'https://galley.example.org' });
  });

  it.each(['0', '65536', '-1', '3e3', 'http', '30 00', '123456'])('refuses the port %s', (port) => {
    expect(() => parsePort(port)).toThrow('PORT must be a whole number from 1 to 65535');
  });

  it.each([
    'galley.example.org',
    'ftp://galley.example.org',
    'https://example.org/galley',
    'https://example.org/?a',
  ])('refuses the public address %s', (address) => {
    expect(() => readAddress(environment({ PUBLIC_URL: address }))).toThrow('PUBLIC_URL must be an address');
  });

  it.each(['127.0.0.1', '0.0.0.0'])('sees a port taken by a server on %s', async (host) => {
    const port = await findFreePort();
    expect(await isPortFree(port, '127.0.0.1')).toBe(true);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, host, resolve));
    expect(await isPortFree(port, '127.0.0.1')).toBe(false);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('secrets', () => {
  it('are made once, long, different, and for their owner alone', () => {
    const file = join(folder, 'made', 'secrets.json');
    const secrets = loadSecrets(file);
    expect(loadSecrets(file)).toEqual(secrets);
    expect(new Set(Object.values(secrets)).size).toBe(3);
    for (const secret of Object.values(secrets)) expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('are the same for all that make them at the same moment', async () => {
    const file = join(folder, 'raced', 'secrets.json');
    const script = join(folder, 'maker.mts');
    const source = join(import.meta.dirname, 'secrets.ts');
    writeFileSync(
      script,
      `import { loadSecrets } from ${JSON.stringify(source)};
       const moment = Number(process.argv[3]);
       await new Promise((resolve) => setTimeout(resolve, moment - Date.now() - 30));
       while (Date.now() < moment);
       console.log(loadSecrets(process.argv[2]).nextauthSecret);`,
    );
    const moment = String(Date.now() + 3_000);
    const made = await Promise.all(
      Array.from({ length: 3 }, () =>
        promisify(execFile)(process.execPath, ['--import', 'tsx', script, file, moment]),
      ),
    );
    const onDisk = loadSecrets(file).nextauthSecret;
    expect(made.map(({ stdout }) => stdout.trim())).toEqual([onDisk, onDisk, onDisk]);
  }, 60_000);

  it('are not replaced when their file is damaged', () => {
    const file = join(folder, 'damaged.json');
    writeFileSync(file, '{"nextauthSecret": "abc"');
    expect(() => loadSecrets(file)).toThrow('is damaged');
  });

  it.each([
    'secret',
    'changeme',
    'change-me-change-me-change-me-change-me',
    'your-secret-goes-here-your-secret-goes-here',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'tooshort1234567890',
  ])('refuse the placeholder %s', (value) => {
    expect(() => requireRealSecret('NEXTAUTH_SECRET', value)).toThrow('NEXTAUTH_SECRET is a placeholder');
  });

  it('come from the variable, else from the file that NAME_FILE names', () => {
    const file = join(folder, 'value');
    writeFileSync(file, 'from the file\n');
    expect(readSetting('X', environment({ X: 'direct', X_FILE: file }))).toBe('direct');
    expect(readSetting('X', environment({ X: '', X_FILE: file }))).toBe('from the file');
    expect(readSetting('X', environment({}))).toBeUndefined();
    expect(() => readSetting('X', environment({ X_FILE: join(folder, 'nowhere') }))).toThrow('X_FILE names');
  });

  it('reach the app, given ones before generated ones', () => {
    const secrets = loadSecrets(join(folder, 'app.json'));
    const given = 'kM3vQ9xT1bWz7LpR5cYh2NfJ8dGs4aUe';
    const app = appEnvironment(
      'postgresql://x',
      'http://localhost:1',
      secrets,
      environment({ NEXTAUTH_SECRET: given }),
    );
    expect(app.NEXTAUTH_SECRET).toBe(given);
    expect(app.GALLEY_SETUP_TOKEN).toBe(secrets.setupToken);
    expect(app.NEXTAUTH_URL).toBe('http://localhost:1');
  });

  it('name the connections of those who share them alike, without giving them away', () => {
    const secrets = loadSecrets(join(folder, 'named', 'secrets.json'));
    const nameWith = (given: Record<string, string>): string =>
      appEnvironment('postgresql://x', 'http://localhost:1', secrets, environment(given)).PGAPPNAME ?? '';
    expect(nameWith({})).toMatch(/^galley [0-9a-f]{12}$/);
    expect(nameWith({})).toBe(nameWith({ NEXTAUTH_SECRET: secrets.nextauthSecret }));
    expect(nameWith({})).not.toBe(nameWith({ NEXTAUTH_SECRET: secrets.setupToken }));
  });

  it('lead past a pooler only with a database of one’s own', () => {
    const secrets = loadSecrets(join(folder, 'direct', 'secrets.json'));
    const direct = 'postgresql://past';
    const app = (given: Record<string, string>) =>
      appEnvironment('postgresql://x', 'http://localhost:1', secrets, environment(given));
    expect(app({ DATABASE_URL: 'postgresql://x', DIRECT_DATABASE_URL: direct })).toMatchObject({
      DIRECT_DATABASE_URL: direct,
    });
    expect(app({ DIRECT_DATABASE_URL: direct })).not.toHaveProperty('DIRECT_DATABASE_URL');
  });

  it.skipIf(process.getuid?.() === 0)('say so when their file belongs to somebody else', () => {
    const file = join(folder, 'closed.json');
    writeFileSync(file, '{}');
    chmodSync(file, 0o000);
    expect(() => loadSecrets(file)).toThrow('cannot be read');
  });
});
