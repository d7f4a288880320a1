import { beforeAll, describe, expect, it } from 'vitest';
import { GET as readEmbedded } from '@/app/reports/[slug]/embed/route';
import { GET as readPicture } from '@/app/reports/[slug]/picture/route';
import { GET as readPublished } from '@/app/reports/[slug]/route';
import { GET as readVersion } from '@/app/reports/[slug]/versions/[number]/route';
import { GET as openLink } from '@/app/share/[token]/route';
import { GET as readShared } from '@/app/shared/[linkId]/route';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { plainToRichText } from '@/lib/domain/rich-text';
import { checkReport } from '@/lib/exchange/report-proof';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { authSecret } from '../env';
import { eraseDeletedArticles } from '../jobs/erase-deleted-articles';
import { exportArticle } from '../reports/export-article';
import { exportQuery } from '../reports/export-query';
import { findPublication } from '../reports/find-publication';
import { instanceKey, publicKeyOf } from '../reports/instance-key';
import { desk, refusal } from '../testing/commands';
import { publishReport, withdrawReport } from './publish-report';
import { createShareLink, findShareLinks, revokeShareLink } from './share-links';
import { takeAwayVersion } from './take-away-version';

let team: Awaited<ReturnType<typeof makeTeam>>;
let others: Awaited<ReturnType<typeof makeTeam>>;

beforeAll(async () => {
  [team, others] = await Promise.all([makeTeam(), makeTeam('Others')]);
});

/** An article with a claim and a note that only the house may read. */
async function open() {
  const made = await makeArticle(team.editor, { title: 'The port', text: 'The port grew by 40 percent.' });
  const at = desk(team.editor, made.articleId, made.revisionId);
  const annotationId = await at.mark(0, 28);
  const body = plainToRichText('The heron told me.');
  await at.run({ type: 'note.create', annotationId, noteId: crypto.randomUUID(), body });
  return made;
}

const request = (cookie?: string) =>
  new Request('http://localhost:3000/', cookie === undefined ? {} : { headers: { cookie } });

/** Follows a link as a browser would, from the secret to the report. */
async function follow(url: string) {
  const token = url.split('/').at(-1) ?? '';
  const hit = await openLink(request(), { params: Promise.resolve({ token }) });
  const [cookie = ''] = (hit.headers.get('set-cookie') ?? '').split(';');
  const linkId = hit.headers.get('location')?.split('/').at(-1) ?? '';
  const look = () => readShared(request(cookie), { params: Promise.resolve({ linkId }) });
  return { hit, linkId, look, without: () => readShared(request(), { params: Promise.resolve({ linkId }) }) };
}

describe('a link to a report', () => {
  it('is swapped for a cookie, shows one copy, and ends when it is revoked', async () => {
    const { articleId } = await open();
    const made = await createShareLink(team.editor, articleId, { view: 'public', days: 7 });
    expect(JSON.stringify(await db.shareLink.findMany())).not.toContain(made.url.split('/').at(-1));
    const { hit, look, without } = await follow(made.url);
    expect(hit.status).toBe(303);
    expect(hit.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    const shown = await look();
    expect(shown.status).toBe(200);
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(shown.headers.get('x-robots-tag')).toBe('noindex');
    const words = await shown.text();
    expect(words).toContain('The port grew by 40 percent.');
    expect(words).not.toContain('heron');
    // Whoever sends the link on must not have its headline unfolded in front of others.
    expect(words).not.toMatch(/og:|twitter:/);
    expect((await without()).status).toBe(404);
    expect((await findShareLinks(team.owner, articleId))[0]).toMatchObject({ id: made.id, view: 'public' });
    await revokeShareLink(team.owner, articleId, made.id);
    await revokeShareLink(team.owner, articleId, made.id);
    expect((await look()).status).toBe(404);
    expect(await findShareLinks(team.editor, articleId)).toEqual([]);
  });

  it('shows the checking copy only where it was made for that', async () => {
    const { articleId } = await open();
    const { look } = await follow(
      (await createShareLink(team.editor, articleId, { view: 'checking', days: 1 })).url,
    );
    expect(await (await look()).text()).toContain('The heron told me.');
  });

  it('opens nothing once it has expired, its maker may not share any more, or the article is deleted', async () => {
    const { articleId } = await open();
    const make = async (actor: Actor) =>
      follow((await createShareLink(actor, articleId, { view: 'public', days: 1 })).url);
    const expired = await make(team.owner);
    await db.shareLink.update({
      where: { id: expired.linkId },
      data: { createdAt: new Date(0), expiresAt: new Date(1) },
    });
    expect((await expired.look()).status).toBe(404);
    const ofEditor = await make(team.editor);
    const membership = { teamId: team.id, userId: team.editor.userId };
    await db.membership.updateMany({ where: membership, data: { role: 'reviewer' } });
    expect((await ofEditor.look()).status).toBe(404);
    await db.membership.updateMany({ where: membership, data: { role: 'editor', disabledAt: new Date() } });
    expect((await ofEditor.look()).status).toBe(404);
    await db.membership.updateMany({ where: membership, data: { disabledAt: null } });
    expect((await ofEditor.look()).status).toBe(200);
    await db.article.update({ where: { id: articleId }, data: { deletedAt: new Date() } });
    expect((await ofEditor.look()).status).toBe(404);
  });

  it('opens no other report than its own', async () => {
    const [one, two] = [await open(), await open()];
    const first = await createShareLink(team.editor, one.articleId, { view: 'public', days: 1 });
    const second = await createShareLink(team.editor, two.articleId, { view: 'public', days: 1 });
    const cookie = `galley-share=${first.url.split('/').at(-1)}`;
    const answer = await readShared(request(cookie), { params: Promise.resolve({ linkId: second.id }) });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('This link no longer works.');
  });

  it('is made by editors of the team, fifty at most', async () => {
    const { articleId } = await open();
    const given = { view: 'public', days: 1 } as const;
    await refusal(createShareLink(team.reviewer, articleId, given), 'FORBIDDEN');
    await refusal(createShareLink(others.owner, articleId, given), 'NOT_FOUND');
    await refusal(findShareLinks(others.owner, articleId), 'NOT_FOUND');
    await refusal(revokeShareLink(team.editor, articleId, crypto.randomUUID()), 'NOT_FOUND');
    for (let made = 0; made < 50; made += 1) await createShareLink(team.editor, articleId, given);
    await refusal(createShareLink(team.editor, articleId, given), 'INVALID');
  });
});

describe('a published report', () => {
  const read = (slug: string, headers: Record<string, string> = {}) =>
    readPublished(new Request('http://localhost:3000/', { headers }), { params: Promise.resolve({ slug }) });

  const show = (slug: string, headers: Record<string, string> = {}) =>
    readPicture(new Request('http://localhost:3000/', { headers }), { params: Promise.resolve({ slug }) });

  it('stands at its address without what is internal, is corrected with a date, and withdrawn', async () => {
    const { articleId } = await open();
    const { slug } = await publishReport(team.editor, articleId, { version: 0, correction: null });
    expect(slug).toMatch(/^the-port-[0-9a-f]{8}$/);
    const first = await read(slug);
    expect(first.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600');
    const words = await first.text();
    expect(words).toContain(`<link rel="canonical" href="http://localhost:3000/reports/${slug}">`);
    expect(words).toContain('The port grew by 40 percent.');
    expect(words).not.toContain('heron');
    expect(words).not.toContain('noindex');
    expect(first.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(words).toContain(
      `property="og:image" content="http://localhost:3000/reports/${slug}/picture?v=1"`,
    );
    const picture = await show(slug);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await picture.arrayBuffer()).readUInt32BE(16)).toBe(1200);
    expect((await show(slug, { 'if-none-match': picture.headers.get('etag') ?? '' })).status).toBe(304);
    const embedded = await readEmbedded(new Request('http://localhost:3000/'), {
      params: Promise.resolve({ slug }),
    });
    expect(embedded.headers.get('content-security-policy')).not.toContain('frame-ancestors');
    expect(embedded.headers.get('x-frame-options')).toBeNull();
    const framed = await embedded.text();
    expect(framed).toContain(`href="http://localhost:3000/reports/${slug}" target="_blank"`);
    expect(framed).not.toContain('heron');
    expect((await read(slug, { 'if-none-match': first.headers.get('etag') ?? '' })).status).toBe(304);
    const correction = 'It said 50 percent at first & <b>that</b> was wrong.';
    await publishReport(team.owner, articleId, { version: 1, correction });
    const corrected = await (await read(slug)).text();
    expect(corrected).toContain('It said 50 percent at first &#38; &#60;b&#62;that&#60;/b&#62; was wrong.');
    expect((await findPublication(team.viewer, articleId))?.corrections).toMatchObject([
      { text: correction },
    ]);
    const { version } = await withdrawReport(team.editor, articleId, { version: 2 });
    expect([(await read(slug)).status, (await show(slug)).status]).toEqual([410, 410]);
    await publishReport(team.editor, articleId, { version, correction: null });
    expect((await read(slug)).status).toBe(200);
    await db.article.update({ where: { id: articleId }, data: { deletedAt: new Date() } });
    expect([(await read(slug)).status, (await show(slug)).status]).toEqual([404, 404]);
  });

  it('is not there under an address that cannot be one', async () => {
    for (const slug of ['a\0b', '\ud800', '', '../team', '%', 'x'.repeat(100_000)])
      expect([(await read(slug)).status, (await show(slug)).status], slug.slice(0, 9)).toEqual([404, 404]);
  });

  it('is published by one at a time, by editors, and corrected only where there is something', async () => {
    const { articleId } = await open();
    const given = { version: 0, correction: null };
    await refusal(publishReport(team.reviewer, articleId, given), 'FORBIDDEN');
    await refusal(publishReport(others.owner, articleId, given), 'NOT_FOUND');
    await refusal(publishReport(team.editor, articleId, { version: 0, correction: 'x' }), 'INVALID');
    await refusal(withdrawReport(team.editor, articleId, { version: 0 }), 'NOT_FOUND');
    const both = await Promise.allSettled([
      publishReport(team.editor, articleId, given),
      publishReport(team.owner, articleId, given),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await refusal(publishReport(team.editor, articleId, given), 'STALE');
    await refusal(withdrawReport(team.editor, articleId, { version: 7 }), 'STALE');
    expect((await read('no-such-report')).status).toBe(404);
  });
});

describe('earlier versions of a published report', () => {
  const look = (slug: string, number: number | string, headers: Record<string, string> = {}) =>
    readVersion(new Request('http://localhost:3000/', { headers }), {
      params: Promise.resolve({ slug, number: String(number) }),
    });
  const present = async (slug: string) =>
    (await readPublished(request(), { params: Promise.resolve({ slug }) })).text();
  const proofOf = async (html: string) => checkReport(new TextEncoder().encode(html));

  let articleId = '';
  let slug = '';

  // One report, published three times with another mark each time: a picture for each is what takes long.
  beforeAll(async () => {
    const made = await open();
    articleId = made.articleId;
    const at = desk(team.editor, articleId, made.revisionId);
    slug = (await publishReport(team.editor, articleId, { version: 0, correction: null })).slug;
    await at.mark(4, 8, 'opinion');
    await publishReport(team.editor, articleId, { version: 1, correction: 'The port is meant.' });
    await at.mark(9, 13, 'opinion');
    await publishReport(team.owner, articleId, { version: 2, correction: null });
  });

  it('stand at addresses of their own as they were then, marked, signed, and without what is internal', async () => {
    const page = await present(slug);
    expect(page).toContain(`href="http://localhost:3000/reports/${slug}/versions/2"`);
    expect(page).toContain(`href="http://localhost:3000/reports/${slug}/versions/1"`);
    expect(await proofOf(page)).toMatchObject({ outcome: 'genuine', statement: { record: { seq: 5 } } });
    const marks = (html: string) => html.match(/<mark/g)?.length ?? 0;
    for (const [number, seq] of [
      [1, 3],
      [2, 4],
    ] as const) {
      const answer = await look(slug, number);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('x-robots-tag')).toBe('noindex');
      expect(answer.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600');
      const etag = answer.headers.get('etag') ?? '';
      expect((await look(slug, number, { 'if-none-match': etag })).status).toBe(304);
      const html = await answer.text();
      expect(html).toContain(`Version ${number} of this report`);
      expect(html).toContain(`<link rel="canonical" href="http://localhost:3000/reports/${slug}">`);
      expect(marks(html)).toBeLessThan(marks(page));
      expect(await proofOf(html)).toMatchObject({
        outcome: 'genuine',
        key: publicKeyOf(instanceKey(authSecret())),
        statement: { articleId, view: 'public', record: { seq } },
      });
      expect(await proofOf(html.replace('until', 'since'))).toMatchObject({ outcome: 'altered' });
    }
    expect(JSON.stringify(await db.publicationVersion.findMany({ where: { articleId } }))).not.toContain(
      'heron',
    );
    const now = await look(slug, 3);
    expect([now.status, now.headers.get('location')]).toEqual([307, `/reports/${slug}`]);
    for (const none of [0, 4, '1x', '-1']) expect((await look(slug, none)).status).toBe(404);
    expect((await look('no-such-report', 1)).status).toBe(404);
  });

  it('are taken away one by one by editors, which the history says, and never changed otherwise', async () => {
    const which = { number: 1, version: 3 };
    await refusal(takeAwayVersion(team.reviewer, articleId, which), 'FORBIDDEN');
    await refusal(takeAwayVersion(others.owner, articleId, which), 'NOT_FOUND');
    await refusal(takeAwayVersion(team.editor, articleId, { number: 1, version: 2 }), 'STALE');
    await refusal(takeAwayVersion(team.editor, articleId, { number: 3, version: 3 }), 'INVALID');
    await refusal(takeAwayVersion(team.editor, articleId, { number: 9, version: 3 }), 'NOT_FOUND');
    const after = await takeAwayVersion(team.editor, articleId, which);
    expect(after).toEqual(await findPublication(team.viewer, articleId));
    expect(after).toMatchObject({ version: 4, number: 3 });
    expect((await takeAwayVersion(team.editor, articleId, { number: 1, version: 4 })).version).toBe(4);
    const gone = await look(slug, 1);
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('This version was taken away by its publisher on');
    const page = await present(slug);
    expect(page).toContain('taken away by the publisher');
    expect(page).not.toContain('versions/1"');
    expect(await proofOf(page)).toMatchObject({ outcome: 'genuine', statement: { record: { seq: 5 } } });
    expect((await look(slug, 2)).status).toBe(200);
    const where = { articleId_number: { articleId, number: 1 } };
    expect((await db.publicationVersion.findUniqueOrThrow({ where })).html).toBeNull();
    const told = await db.auditEvent.findMany({
      where: { teamId: team.id, type: 'report.version_taken_away' },
    });
    expect(told.map(({ body }) => body)).toContainEqual({ articleId, number: 1 });
    const change = { html: '<p>Another</p>' };
    const second = { articleId_number: { articleId, number: 2 } };
    await expect(db.publicationVersion.update({ where: second, data: change })).rejects.toThrow();
    await expect(
      db.publicationVersion.update({ where, data: { ...change, goneAt: null, goneBecause: null } }),
    ).rejects.toThrow();
  });

  it('are gone with a withdrawal for good, and erased with their article', async () => {
    await withdrawReport(team.editor, articleId, { version: 4 });
    expect((await look(slug, 2)).status).toBe(410);
    await publishReport(team.editor, articleId, { version: 5, correction: null });
    for (const number of [1, 2, 3]) expect((await look(slug, number)).status).toBe(410);
    expect((await present(slug)).match(/withdrawn by the publisher/g)).toHaveLength(2);
    const { html } = await db.publication.findUniqueOrThrow({ where: { articleId } });
    const changed = html.replace('40 percent', '90 percent');
    await db.publication.update({ where: { articleId }, data: { html: changed } });
    await publishReport(team.editor, articleId, { version: 6, correction: null });
    // A page that somebody changed in the database is not made believable by a new signature.
    expect(await proofOf(await (await look(slug, 4)).text())).toEqual({ outcome: 'unsigned' });
    expect((await look(slug, 4)).status).toBe(200);
    await db.article.update({ where: { id: articleId }, data: { deletedAt: new Date() } });
    expect((await look(slug, 4)).status).toBe(404);
    await eraseDeletedArticles(new Date(Date.now() + 24 * 3_600_000));
    expect(await db.publicationVersion.count({ where: { articleId } })).toBe(0);
  });
});

describe('every way out of a report', () => {
  it('but CSV, which stays what a spreadsheet reads', async () => {
    const { articleId } = await open();
    const answer = await exportArticle(team.viewer, articleId, exportQuery.parse({ format: 'csv' }));
    expect(await answer.text()).not.toContain('galley-proof');
  });

  it.each(['html', 'markdown', 'json', 'jsonld', 'claimreview', 'pdf', 'docx', 'xlsx'] as const)(
    'is signed by this instance, also a redacted copy, as %s',
    async (format) => {
      const { articleId } = await open();
      const query = exportQuery.parse({ format, view: 'public' });
      const file = new Uint8Array(await (await exportArticle(team.viewer, articleId, query)).arrayBuffer());
      expect(await checkReport(file)).toMatchObject({
        outcome: 'genuine',
        key: publicKeyOf(instanceKey(authSecret())),
        statement: { articleId, view: 'public', record: { seq: 3 } },
      });
    },
  );
});
