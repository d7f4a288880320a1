import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { plainToRichText } from '@/lib/domain/rich-text';
import { makeArticle } from '@/prisma/builders/article';
import { buildMember, makeTeam } from '@/prisma/builders/team';
import { findVersions } from '../articles/find-versions';
import { eraseDeletedArticles } from '../jobs/erase-deleted-articles';
import { desk, refusal } from '../testing/commands';
import { actInInbox } from './act-in-inbox';
import { countUnread, findInbox } from './find-inbox';
import { changeNotificationSettings, getNotificationSettings } from './notification-settings';

type Team = Awaited<ReturnType<typeof makeTeam>>;
let team: Team;
let articleId: string;
let annotationId: string;
let ben: Actor;
let at: (actor: Actor) => ReturnType<typeof desk>;

beforeEach(async () => {
  team = await makeTeam();
  ben = await buildMember(team.id, { name: 'Ben', role: 'reviewer' });
  const article = await makeArticle(team.editor, { text: 'The port grew by 40 percent. It is splendid.' });
  articleId = article.articleId;
  at = (actor) => desk(actor, articleId, article.revisionId);
  annotationId = await at(team.reviewer).mark(0, 28);
});

async function open(
  actor: Actor,
  kind: 'discussion' | 'author_query',
  words: string,
  mentions: readonly string[] = [],
): Promise<{ readonly threadId: string; readonly replyId: string }> {
  const [threadId, replyId] = [randomUUID(), randomUUID()];
  const body = plainToRichText(words);
  await at(actor).run({
    type: 'thread.open',
    annotationId,
    threadId,
    replyId,
    kind,
    body,
    mentions: [...mentions],
  });
  return { threadId, replyId };
}

async function reply(actor: Actor, threadId: string, words: string): Promise<string> {
  const replyId = randomUUID();
  const body = plainToRichText(words);
  await at(actor).run({ type: 'thread.reply', annotationId, threadId, replyId, body, mentions: [] });
  return replyId;
}

const kindsOf = async (actor: Actor) =>
  (await findInbox(actor, { split: 'all' })).items.map(({ kind }) => kind);

describe('who finds what in their inbox', () => {
  it('tells the writer of a question and the asker of the answer, with the words and the place', async () => {
    const { threadId } = await open(team.reviewer, 'author_query', 'Who counted this?');
    const [line] = (await findInbox(team.viewer, { split: 'unread' })).items;
    expect(line).toMatchObject({
      kind: 'author_query',
      actor: { id: team.reviewer.userId, name: team.reviewer.name },
      articleId,
      articleTitle: 'The harbour grows',
      annotation: { id: annotationId, mark: 'claim', exact: 'The port grew by 40 percent.' },
      words: 'Who counted this?',
      readAt: null,
    });
    await reply(team.viewer, threadId, 'The port did.');
    expect(await kindsOf(team.reviewer)).toEqual(['query_answered']);
    expect(await kindsOf(team.editor)).toEqual([]);
  });

  it('notifies once of a mention, whatever is edited, and never the actor', async () => {
    const { threadId, replyId } = await open(team.reviewer, 'discussion', '@Ben @The reviewer', [
      ben.userId,
      team.reviewer.userId,
    ]);
    const change = (version: number, mentions: string[]) =>
      at(team.reviewer).run({
        type: 'reply.change',
        annotationId,
        threadId,
        replyId,
        version,
        body: plainToRichText(`Version ${version}`),
        mentions,
      });
    await change(1, []);
    await change(2, [ben.userId]);
    expect(await kindsOf(ben)).toEqual(['mention']);
    expect(await countUnread(team.reviewer)).toBe(0);
  });

  it('holds no word of the article or the reply in the row itself', async () => {
    await open(team.reviewer, 'author_query', 'Zyxwvut asks', [ben.userId]);
    const rows = await db.$queryRaw<{ row: string }[]>`SELECT n::text AS "row" FROM "Notification" n`;
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/Zyxwvut|port|harbour/i);
  });

  it('leaves nothing behind when the change is refused', async () => {
    const before = await db.notification.count();
    const { threadId } = await open(team.reviewer, 'discussion', 'Between us');
    await refusal(reply(team.viewer, threadId, 'May I?'), 'FORBIDDEN');
    await refusal(
      at(team.reviewer).run({
        type: 'thread.open',
        annotationId,
        threadId,
        replyId: randomUUID(),
        kind: 'author_query',
        body: plainToRichText('The same id again'),
        mentions: [ben.userId],
      }),
      'INVALID',
    );
    expect(await db.notification.count()).toBe(before);
  });

  it('tells an assignee, and stops when the kind or the article is muted', async () => {
    const plan = async (assigneeId: string | null) => {
      const { check } = await db.annotation.findUniqueOrThrow({ where: { id: annotationId } });
      const version = (check as { version: number } | null)?.version ?? 1;
      await at(team.editor).run({ type: 'check.plan', annotationId, version, changes: { assigneeId } });
    };
    await plan(ben.userId);
    expect(await kindsOf(ben)).toEqual(['assignment']);
    await changeNotificationSettings(ben, { mutedKinds: ['assignment'], mail: 'none' });
    expect(await getNotificationSettings(ben)).toEqual({ mutedKinds: ['assignment'], mail: 'none' });
    await plan(null);
    await plan(ben.userId);
    expect(await countUnread(ben)).toBe(1);
    await open(team.reviewer, 'discussion', '@Ben', [ben.userId]);
    expect(await countUnread(ben)).toBe(2);
    await actInInbox(ben, { act: 'mute', articleId, isMuted: true });
    await open(team.reviewer, 'discussion', '@Ben', [ben.userId]);
    expect(await countUnread(ben)).toBe(2);
    expect((await findInbox(ben, { split: 'all' })).items.every((item) => item.isArticleMuted)).toBe(true);
    await actInInbox(ben, { act: 'mute', articleId, isMuted: false });
    await open(team.reviewer, 'discussion', '@Ben', [ben.userId]);
    expect(await countUnread(ben)).toBe(3);
  });

  it('does not tell who is disabled or of another team', async () => {
    const other = await makeTeam('The Other');
    await db.membership.updateMany({
      where: { userId: ben.userId },
      data: { disabledAt: new Date() },
    });
    await open(team.reviewer, 'discussion', 'Hello', [ben.userId, other.editor.userId]);
    expect(await db.notification.count({ where: { articleId } })).toBe(0);
  });
});

describe('the inbox itself', () => {
  it('marks as read and unread, all at once, and takes that back exactly', async () => {
    for (const words of ['One', 'Two', 'Three']) await open(team.reviewer, 'discussion', words, [ben.userId]);
    const [first] = (await findInbox(ben, { split: 'unread' })).items;
    const ids = [first?.id ?? ''];
    expect(await actInInbox(ben, { act: 'read', ids, isRead: true })).toEqual({ unread: 2 });
    const all = await actInInbox(ben, { act: 'read_all' });
    expect(all.unread).toBe(0);
    expect(await actInInbox(ben, { act: 'unread_all', at: all.at ?? '' })).toEqual({ unread: 2 });
    expect(await actInInbox(ben, { act: 'read', ids, isRead: false })).toEqual({ unread: 3 });
  });

  it('shows and changes nobody else’s, and nothing of another team', async () => {
    await open(team.reviewer, 'author_query', 'Who?', [ben.userId]);
    const [line] = (await findInbox(ben, { split: 'all' })).items;
    const ids = [line?.id ?? ''];
    await actInInbox(team.editor, { act: 'read', ids, isRead: true });
    expect(await countUnread(ben)).toBe(1);
    const other = await makeTeam('The Other');
    // the same person, at work in another team
    await db.membership.create({ data: { teamId: other.id, userId: ben.userId, role: 'reviewer' } });
    const elsewhere = { ...ben, teamId: other.id };
    expect((await findInbox(elsewhere, { split: 'all' })).items).toEqual([]);
    await actInInbox(elsewhere, { act: 'read_all' });
    expect(await countUnread(ben)).toBe(1);
    await refusal(actInInbox(other.owner, { act: 'mute', articleId, isMuted: true }), 'NOT_FOUND');
  });

  it('hides what a deleted article holds, and forgets it when the article is erased', async () => {
    await open(team.reviewer, 'author_query', 'Who?');
    await at(team.editor).run({ type: 'article.delete' });
    expect(await findInbox(team.viewer, { split: 'all' })).toMatchObject({ items: [], unread: 0 });
    await eraseDeletedArticles(new Date(Date.now() + 24 * 3_600_000));
    expect(await db.notification.count({ where: { articleId } })).toBe(0);
  });

  it('keeps a line whose words or annotation were deleted, without them', async () => {
    const { threadId, replyId } = await open(team.reviewer, 'author_query', 'Who?');
    await at(team.reviewer).run({ type: 'reply.delete', annotationId, threadId, replyId, version: 1 });
    expect((await findInbox(team.viewer, { split: 'all' })).items[0]).toMatchObject({ words: null });
    await at(team.reviewer).run({ type: 'annotation.delete', annotationId, version: 1 });
    expect((await findInbox(team.viewer, { split: 'all' })).items[0]).toMatchObject({ annotation: null });
  });

  it('gives 10 000 lines page by page without a gap', async () => {
    await db.$executeRaw`
      INSERT INTO "Notification" ("id", "teamId", "userId", "kind", "articleId", "annotationId", "seq", "actorId", "at")
      SELECT gen_random_uuid(), ${team.id}::uuid, ${ben.userId}::uuid, 'reply', ${articleId}::uuid,
        ${annotationId}::uuid, n + 1000, ${team.editor.userId}::uuid, now() - n * interval '1 second'
      FROM generate_series(1, 10000) AS n`;
    const first = await findInbox(ben, { split: 'unread' });
    const second = await findInbox(ben, { split: 'unread', cursor: first.next ?? '' });
    expect(first.unread).toBe(1_000);
    const seen = [...first.items, ...second.items];
    expect(new Set(seen.map(({ id }) => id)).size).toBe(100);
    expect(seen.map((item) => item.at)).toEqual([...seen.map((item) => item.at)].sort().reverse());
    await refusal(findInbox(ben, { split: 'all', cursor: 'nonsense' }), 'INVALID');
  });
});

describe('earlier versions of words', () => {
  it('tells what a reply and a note said before, oldest first, to the team alone', async () => {
    const { threadId, replyId } = await open(team.reviewer, 'discussion', 'First');
    await at(team.reviewer).run({
      type: 'reply.change',
      annotationId,
      threadId,
      replyId,
      version: 1,
      body: plainToRichText('Second'),
      mentions: [],
    });
    const { items } = await findVersions(team.viewer, articleId, replyId);
    expect(items.map(({ body }) => body)).toEqual([plainToRichText('First'), plainToRichText('Second')]);
    const answerId = await reply(ben, threadId, 'An answer');
    expect((await findVersions(ben, articleId, answerId)).items).toHaveLength(1);
    const noteId = await at(ben).note(annotationId, 'A note');
    await at(ben).run({ type: 'note.change', annotationId, noteId, version: 1, body: plainToRichText('B') });
    expect((await findVersions(ben, articleId, noteId)).items).toHaveLength(2);
    // A note that came in with a Galley file has no event of its own.
    const importedId = randomUUID();
    const at0 = new Date('2026-01-01T00:00:00.000Z');
    await db.note.create({
      data: {
        id: importedId,
        annotationId,
        body: plainToRichText('Imported'),
        authorId: ben.userId,
        createdAt: at0,
        changedAt: at0,
      },
    });
    await at(ben).run({
      type: 'note.change',
      annotationId,
      noteId: importedId,
      version: 1,
      body: plainToRichText('Changed'),
    });
    const imported = (await findVersions(ben, articleId, importedId)).items;
    expect(imported.map(({ body }) => body)).toEqual([
      plainToRichText('Imported'),
      plainToRichText('Changed'),
    ]);
    expect(imported[0]?.at).toBe(at0.toISOString());
    const other = await makeTeam('The Other');
    await refusal(findVersions(other.owner, articleId, replyId), 'NOT_FOUND');
  });
});
