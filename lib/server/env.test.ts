import { expect, test } from 'vitest';
import { parseEnv } from './env';

const good = { DATABASE_URL: 'postgresql://localhost/galley' };

test('fills in what may be left out', () => {
  expect(parseEnv({ ...good, PORT: '4321' })).toMatchObject({
    PUBLIC_URL: 'http://localhost:4321',
    GALLEY_SESSION_IDLE_MINUTES: 60,
    GALLEY_COMPRESS: 'on',
    GALLEY_TRUSTED_PROXIES: 0,
  });
});

test('does without a mail server, and takes one whole or in parts', () => {
  expect(parseEnv(good)).not.toHaveProperty('SMTP_URL');
  const MAIL_FROM = 'Galley <galley@example.org>';
  expect(parseEnv({ ...good, SMTP_HOST: 'mail.example.org', MAIL_FROM })).toMatchObject({ SMTP_PORT: 587 });
  expect(parseEnv({ ...good, SMTP_URL: 'smtps://u:p@mail.example.org', MAIL_FROM })).toMatchObject({
    MAIL_FROM,
  });
});

test('listens on the same database unless the way past a pooler is given', () => {
  expect(parseEnv(good).DIRECT_DATABASE_URL).toBe(good.DATABASE_URL);
  const DIRECT_DATABASE_URL = 'postgresql://direct/galley';
  expect(parseEnv({ ...good, DIRECT_DATABASE_URL })).toMatchObject({ ...good, DIRECT_DATABASE_URL });
});

test('takes the origin of the public address', () => {
  expect(parseEnv({ ...good, PUBLIC_URL: 'https://galley.example.org/' }).PUBLIC_URL).toBe(
    'https://galley.example.org',
  );
});

test.each([
  [{}, 'DATABASE_URL'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  [{ ...good, DIRECT_DATABASE_URL: 'http://x' }, 'DIRECT_DATABASE_URL'],
  [{ ...good, DATABASE_POOL: '1' }, 'DATABASE_POOL'],
  [{ ...good, NEXTAUTH_SECRET: 'short' }, 'NEXTAUTH_SECRET'],
  [{ ...good, PUBLIC_URL: 'galley.example.org' }, 'PUBLIC_URL'],
  [{ ...good, PUBLIC_URL: 'ftp://galley.example.org' }, 'PUBLIC_URL'],
  [{ ...good, GALLEY_SESSION_IDLE_MINUTES: '721' }, 'GALLEY_SESSION_IDLE_MINUTES'],
  [{ ...good, GALLEY_COMPRESS: 'brotli' }, 'GALLEY_COMPRESS'],
  [{ ...good, SMTP_URL: 'http://mail.example.org', MAIL_FROM: 'a@example.org' }, 'SMTP_URL'],
  [{ ...good, SMTP_HOST: 'mail.example.org' }, 'MAIL_FROM'],
  [{ ...good, MAIL_FROM: 'nobody' }, 'MAIL_FROM'],
])('names the setting that is wrong in %j, never its value', (environment, name) => {
  expect(() => parseEnv(environment)).toThrow(name);
  expect(() => parseEnv(environment)).not.toThrow('short');
});

test('lets a server play the web only where nobody else reaches Galley', () => {
  const GALLEY_TEST_WEB = '127.0.0.1:4999';
  expect(parseEnv({ ...good, GALLEY_TEST_WEB })).toMatchObject({ GALLEY_TEST_WEB });
  expect(() => parseEnv({ ...good, GALLEY_TEST_WEB, PUBLIC_URL: 'https://galley.example.org' })).toThrow(
    /for tests/,
  );
  expect(() => parseEnv({ ...good, GALLEY_TEST_WEB, HOST: '0.0.0.0' })).toThrow(/for tests/);
  expect(() => parseEnv({ ...good, GALLEY_TEST_WEB: '10.0.0.1:80' })).toThrow(/127\.0\.0\.1/);
});
