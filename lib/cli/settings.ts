import { createHmac } from 'node:crypto';
import { join, resolve } from 'node:path';
import { CommandError } from './command';
import { galleyDir, root } from './paths';
import { parsePort } from './ports';
import { loadSecrets, readSetting, requireRealSecret } from './secrets';

/** Where Galley listens and under which address people reach it. */
export type Address = { readonly port: number; readonly host: string; readonly url: string };

/** PORT (3000), HOST (this machine only) and PUBLIC_URL from the environment. Throws CommandError for bad ones. */
export function readAddress(environment = process.env): Address {
  const port = parsePort(environment.PORT?.trim() || '3000');
  const host = environment.HOST?.trim() || '127.0.0.1';
  const url = environment.PUBLIC_URL?.trim() || `http://localhost:${port}`;
  return { port, host, url: parsePublicUrl(url) };
}

/** What the app process gets to know: the database, its own address, and the secrets given or generated. */
export function appEnvironment(
  databaseUrl: string,
  url: string,
  secrets: ReturnType<typeof loadSecrets>,
  environment = process.env,
): Record<string, string> {
  const secret = realSecret('NEXTAUTH_SECRET', secrets.nextauthSecret, environment);
  return {
    DATABASE_URL: databaseUrl,
    ...directDatabase(environment),
    // The name of every connection, by which the database shows who serves it.
    PGAPPNAME: processName(secret),
    PUBLIC_URL: url,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: secret,
    GALLEY_FILES: filesDir(environment),
    GALLEY_SETUP_TOKEN: realSecret('GALLEY_SETUP_TOKEN', secrets.setupToken, environment),
    ...mailServer(environment),
  };
}

/** What the connections of this installation are called; processes with another secret have another name. */
export function ownProcessName(): string {
  return processName(realSecret('NEXTAUTH_SECRET', loadSecrets().nextauthSecret, process.env));
}

/** The value given, refused when it is none that can keep a secret, else the generated one. */
function realSecret(name: string, generated: string, environment: NodeJS.ProcessEnv): string {
  const given = readSetting(name, environment);
  return given === undefined ? generated : requireRealSecret(name, given);
}

/** The same for the same secret, without giving it away. */
function processName(secret: string): string {
  return `galley ${createHmac('sha256', secret).update('processes of one installation').digest('hex').slice(0, 12)}`;
}

/** Where a pooler stands before the database of the operator's own: the way past it. */
function directDatabase(environment: NodeJS.ProcessEnv): Record<string, string> {
  const isOwn = readSetting('DATABASE_URL', environment) !== undefined;
  const direct = isOwn ? readSetting('DIRECT_DATABASE_URL', environment) : undefined;
  return direct === undefined ? {} : { DIRECT_DATABASE_URL: direct };
}

/** What is known of a mail server; its address and password may lie in files. */
function mailServer(environment: NodeJS.ProcessEnv): Record<string, string> {
  const names = ['SMTP_URL', 'SMTP_HOST', 'SMTP_PORT', 'SMTP_USER', 'SMTP_PASSWORD', 'MAIL_FROM'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = readSetting(name, environment);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The folder where files of evidence are kept: GALLEY_FILES, else beside the other data. Absolute. */
export function filesDir(environment = process.env): string {
  return resolve(root, readSetting('GALLEY_FILES', environment) ?? join(galleyDir, 'files'));
}

function parsePublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain =
    url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '';
  if (isPlain) return url.origin;
  throw new CommandError(
    `PUBLIC_URL must be an address such as https://galley.example.org, without a path, and "${text}" is not.`,
  );
}
