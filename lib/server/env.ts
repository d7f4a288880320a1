import 'server-only';
import { join } from 'node:path';
import { z } from 'zod';

const originSchema = z
  .url({ protocol: /^https?$/, error: 'must be a whole address such as https://galley.example.org' })
  .transform((address) => new URL(address).origin);

const fields = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://'),
  /** The database without a pooler between: for listening and for the queue of e-mails, which need a connection of their own. */
  DIRECT_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  /** Connections that this process may open to DATABASE_URL. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  /** Signs and encrypts session cookies. The command line does without it. */
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** Opens the set-up page while there is no account. */
  GALLEY_SETUP_TOKEN: z.string().min(32, 'must have at least 32 characters').optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** The origin under which people reach Galley, without a path. */
  PUBLIC_URL: originSchema.optional(),
  /** How many proxies of our own stand in front: 0 means that X-Forwarded-* is somebody's invention. */
  GALLEY_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** `off` leaves compressing to the proxy in front (read by next.config.js). */
  GALLEY_COMPRESS: z.enum(['on', 'off']).default('on'),
  /** Minutes without a request after which a browser has to sign in again. */
  GALLEY_SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(720).default(60),
  /** Multiplies the limits of requests per minute, for load tests and shared accounts. */
  GALLEY_RATE_FACTOR: z.coerce.number().positive().max(10_000).default(1),
  /** The mail server, whole (`smtps://user:password@host:465`) or in parts; without either no e-mail is sent. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/]/, 'must begin with smtp:// or smtps://')
    .optional(),
  SMTP_HOST: z.string().optional(),
  SMTP_PORT: z.coerce.number().int().min(1).max(65_535).default(587),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  /** Whom e-mails come from: `Galley <galley@example.org>`. */
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, 'must hold an e-mail address')
    .optional(),
  /** Where files of evidence are kept, outside of everything that is served. */
  GALLEY_FILES: z.string().default(join(process.cwd(), '.galley', 'files')),
  /** A server on this machine, `127.0.0.1:port`, that plays the web in tests; refused where people reach Galley. */
  GALLEY_TEST_WEB: z
    .string()
    .regex(/^127\.0\.0\.1:\d{1,5}$/, 'must be 127.0.0.1 with a port')
    .optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
});

const envSchema = fields
  .refine(
    ({ SMTP_URL, SMTP_HOST, MAIL_FROM }) => (SMTP_URL ?? SMTP_HOST) === undefined || MAIL_FROM !== undefined,
    { path: ['MAIL_FROM'], error: 'is needed beside the mail server' },
  )
  .refine(({ GALLEY_TEST_WEB, ...where }) => GALLEY_TEST_WEB === undefined || isOnlyHere(where), {
    path: ['GALLEY_TEST_WEB'],
    error: 'is for tests on one machine: neither HOST nor PUBLIC_URL may be an address that others reach',
  });

/** Whether nobody but this machine can reach the server. */
function isOnlyHere({
  HOST,
  PUBLIC_URL,
}: {
  readonly HOST: string;
  readonly PUBLIC_URL?: string | undefined;
}): boolean {
  const hosts = [HOST, ...(PUBLIC_URL === undefined ? [] : [new URL(PUBLIC_URL).hostname])];
  return hosts.every((host) => ['127.0.0.1', 'localhost'].includes(host));
}

type Env = z.infer<typeof envSchema> & { readonly PUBLIC_URL: string; readonly DIRECT_DATABASE_URL: string };

let parsed: Env | undefined;

/**
 * The settings of this process, read from the environment at first use (`npm start` has put secrets from
 * `NAME_FILE` there). Throws an Error that names each wrong variable, never its value.
 */
export const env: Env = new Proxy({} as Env /* filled by the first property read */, {
  get: (_, name) => Reflect.get(checkEnv(), name),
});

/** Reads and checks every setting now, so that a wrong one stops the start instead of the first request. */
export function checkEnv(): Env {
  if (parsed !== undefined) return parsed;
  parsed = parseEnv(process.env);
  // next-auth knows its own address from here only.
  process.env.NEXTAUTH_URL = parsed.PUBLIC_URL;
  return parsed;
}

/** The settings as `environment` gives them. Throws an Error in words for whoever runs Galley. */
export function parseEnv(environment: Readonly<Record<string, string | undefined>>): Env {
  const present = Object.entries(environment).filter(([, value]) => value !== '');
  const result = envSchema.safeParse(Object.fromEntries(present));
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Error(`These settings are missing or wrong: ${lines.join('; ')}. See .env.example.`);
  }
  const { PUBLIC_URL, DIRECT_DATABASE_URL, ...rest } = result.data;
  return {
    ...rest,
    PUBLIC_URL: PUBLIC_URL ?? `http://localhost:${rest.PORT}`,
    DIRECT_DATABASE_URL: DIRECT_DATABASE_URL ?? rest.DATABASE_URL,
  };
}

/** The secret that signs cookies and derives keys. Throws when the process was started without one. */
export function authSecret(): string {
  if (env.NEXTAUTH_SECRET === undefined) throw new Error('NEXTAUTH_SECRET is missing. See .env.example.');
  return env.NEXTAUTH_SECRET;
}

/** Whether people reach Galley over https, so that cookies can be bound to it. */
export function isSecure(): boolean {
  return env.PUBLIC_URL.startsWith('https://');
}

/** The mail server and the sender, where both are set up. */
export type MailSettings = {
  readonly from: string;
  readonly server:
    | { readonly url: string }
    | {
        readonly host: string;
        readonly port: number;
        readonly user: string | undefined;
        readonly password: string | undefined;
      };
};

/** How e-mail goes out; undefined where no mail server is set up, which is a whole Galley too. */
export function mailSettings(): MailSettings | undefined {
  const { MAIL_FROM: from, SMTP_URL: url, SMTP_HOST: host } = env;
  if (from === undefined) return undefined;
  if (url !== undefined) return { from, server: { url } };
  if (host === undefined) return undefined;
  return { from, server: { host, port: env.SMTP_PORT, user: env.SMTP_USER, password: env.SMTP_PASSWORD } };
}
