import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import type { MailMode } from '@/lib/domain/notification';
import { plainToRichText } from '@/lib/domain/rich-text';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { env, type MailSettings } from '../env';
import { actInInbox } from '../inbox/act-in-inbox';
import { findInbox } from '../inbox/find-inbox';
import { changeNotificationSettings } from '../inbox/notification-settings';
import { desk } from '../testing/commands';
import { type SmtpSink, startSmtpSink } from '../testing/smtp-sink';
import { type MailQueue, queueSchema, startMailQueue } from './mail-queue';
import { mailWords } from './mail-words';

const origin = 'https://galley.example.org';
let sink: SmtpSink | undefined;
let queue: MailQueue | undefined;

async function start(failures = 0): Promise<MailQueue> {
  const server = await startSmtpSink({ failures });
  sink = server;
  const settings: MailSettings = { from: 'Galley <galley@example.org>', server: { url: server.url } };
  queue = await startMailQueue({
    databaseUrl: env.DATABASE_URL,
    settings,
    origin,
    retrySeconds: 1,
    sweepSeconds: 3_600,
    pollSeconds: 0.5,
  });
  return queue;
}

beforeEach(async () => {
  await db.notification.deleteMany();
});
afterEach(async () => {
  await queue?.stop();
  queue = undefined;
  await sink?.close();
  sink = undefined;
});

/** A question of the reviewer, about which the viewer has a notification. */
async function ask(words = 'Zyxwvut asks'): Promise<{
  readonly team: Awaited<ReturnType<typeof makeTeam>>;
  readonly articleId: string;
  readonly annotationId: string;
  readonly again: () => Promise<void>;
}> {
  const team = await makeTeam();
  const { articleId, revisionId } = await makeArticle(team.editor, { text: 'The Zyxwvut port grew.' });
  const at = desk(team.reviewer, articleId, revisionId);
  const annotationId = await at.mark(0, 10);
  const again = async (): Promise<void> => {
    await at.run({
      type: 'thread.open',
      annotationId,
      threadId: randomUUID(),
      replyId: randomUUID(),
      kind: 'author_query',
      body: plainToRichText(words),
      mentions: [],
    });
  };
  await again();
  return { team, articleId, annotationId, again };
}

const choose = (actor: Actor, mail: MailMode) => changeNotificationSettings(actor, { mutedKinds: [], mail });
const arrived = (count: number) =>
  vi.waitFor(() => expect(sink?.mails).toHaveLength(count), { timeout: 15_000, interval: 50 });
/** Long enough for the queue to have asked twice. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 1_200));

describe('e-mail about notifications', () => {
  it('goes out once to the person, with links and no word of the article', async () => {
    const { team, articleId, annotationId } = await ask();
    const { sweep } = await start();
    await Promise.all([sweep(), sweep()]);
    await arrived(1);
    await sweep();
    const { email } = await db.user.findUniqueOrThrow({ where: { id: team.viewer.userId } });
    const [mail] = sink?.mails ?? [];
    expect(mail).toMatchObject({ from: 'galley@example.org', to: email });
    const plain = (mail?.source ?? '').replaceAll('=\n', '').replaceAll('=3D', '=');
    expect(plain).toContain(`${origin}/articles/${articleId}?annotation=${annotationId}`);
    expect(plain).toContain('Subject: Galley: A question to the writer');
    expect(plain).not.toMatch(/Zyxwvut|harbour/);
    await quiet();
    expect(sink?.tries()).toBe(1);
    await vi.waitFor(async () => expect(await db.notification.count({ where: { mailedAt: null } })).toBe(0));
  });

  it('is tried again when the server puts it off, and then goes out once under the same id', async () => {
    await ask();
    const { sweep } = await start(1);
    await sweep();
    await arrived(1);
    expect(sink?.tries()).toBe(2);
    const { id } = await db.notification.findFirstOrThrow();
    expect(sink?.mails[0]?.source).toContain(`Message-ID: <${id}@galley.example.org>`);
    await quiet();
    expect(sink?.tries()).toBe(2);
  });

  it('leaves no address and no words in the queue, also not in what failed', async () => {
    await ask();
    const { sweep } = await start(1);
    await sweep();
    await vi.waitFor(() => expect(sink?.tries()).toBeGreaterThan(0), { timeout: 15_000 });
    const rows = await db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT j::text AS "row" FROM ${queueSchema}.job j WHERE name = 'mail'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/@example\.org|Zyxwvut|harbour|127\.0\.0\.1/);
  });

  it('gathers a day for whom wants it, and sends nothing to whom wants none', async () => {
    const { team, again } = await ask();
    await choose(team.viewer, 'daily');
    await again();
    const other = await ask();
    await choose(other.team.viewer, 'none');
    const { sweep, digest } = await start();
    await sweep();
    await digest();
    await arrived(1);
    expect(sink?.mails[0]?.source).toContain('Subject: Galley: 2 notifications');
    await digest();
    await quiet();
    expect(sink?.mails).toHaveLength(1);
  });

  it('does not send what was read, deleted or given up meanwhile', async () => {
    const read = await ask();
    await actInInbox(read.team.viewer, { act: 'read_all' });
    const gone = await ask();
    await db.membership.updateMany({
      where: { userId: gone.team.viewer.userId },
      data: { disabledAt: new Date() },
    });
    const old = await ask();
    await db.notification.updateMany({
      where: { userId: old.team.viewer.userId },
      data: { at: new Date(Date.now() - 25 * 3_600_000) },
    });
    const { sweep } = await start();
    await sweep();
    await quiet();
    expect(sink?.tries()).toBe(0);
  });
});

it('fills the inbox and starts no queue where no mail server is set up', async () => {
  const { team } = await ask();
  const { startMail } = await import('../jobs/start-mail');
  startMail();
  expect((await findInbox(team.viewer, { split: 'unread' })).items).toHaveLength(1);
  expect(globalThis).not.toHaveProperty('galleyMail');
});

it('runs under a role that may make no schema as soon as it is given one, and fails alone before', async () => {
  const role = `limited_${randomUUID().slice(0, 8)}`;
  await db.$executeRawUnsafe(`CREATE ROLE ${role} LOGIN PASSWORD 'limited'`);
  await db.$executeRawUnsafe(`DROP SCHEMA IF EXISTS ${queueSchema} CASCADE`);
  const url = new URL(env.DATABASE_URL);
  url.username = role;
  url.password = 'limited';
  sink = await startSmtpSink();
  const settings: MailSettings = { from: 'Galley <galley@example.org>', server: { url: sink.url } };
  const { startMail } = await import('../jobs/start-mail');
  const shared: typeof globalThis & { galleyMail?: Promise<MailQueue | undefined> } = globalThis;
  const running = () => shared.galleyMail;
  startMail(settings, url.href);
  expect(await running()).toBeUndefined();
  delete shared.galleyMail;
  await db.$executeRawUnsafe(`CREATE SCHEMA ${queueSchema} AUTHORIZATION ${role}`);
  startMail(settings, url.href);
  const started = await running();
  delete shared.galleyMail;
  expect(started).toBeDefined();
  await started?.stop();
  await db.$executeRawUnsafe(`DROP OWNED BY ${role} CASCADE`);
  await db.$executeRawUnsafe(`DROP ROLE ${role}`);
});

it('says of many notifications how many more there are', () => {
  const lines = Array.from({ length: 60 }, () => ({
    kind: 'reply' as const,
    articleId: 'a',
    annotationId: null,
  }));
  const { subject, text } = mailWords(lines, origin);
  expect(subject).toBe('Galley: 60 notifications');
  expect(text).toContain('And 10 more in your inbox.');
});
