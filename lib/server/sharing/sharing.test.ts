import { beforeAll, describe, expect, it } from 'vitest';
import { GET as readEmbedded } from '@/app/reports/[slug]/embed/route';
import { GET as readPicture } from '@/app/reports/[slug]/picture/route';
import { GET as readPublished } from '@/app/reports/[slug]/route';
import { GET as openLink } from '@/app/share/[token]/route';
import { GET as readShared } from '@/app/shared/[linkId]/route';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { plainToRichText } from '@/lib/domain/rich-text';
import { checkReport } from '@/lib/exchange/report-proof';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { authSecret } from '../env';
import { exportArticle } from '../reports/export-article';
import { exportQuery } from '../reports/export-query';
import { findPublication } from '../reports/find-publication';
import { instanceKey, publicKeyOf } from '../reports/instance-key';
import { desk, refusal } from '../testing/commands';
import { publishReport, withdrawReport } from './publish-report';
import { createShareLink, findShareLinks, revokeShareLink } from './share-links';

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
