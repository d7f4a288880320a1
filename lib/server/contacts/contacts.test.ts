import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { parseGalleyFile } from '@/lib/exchange/galley-json';
import { makeArticle } from '@/prisma/builders/article';
import { buildMember, makeTeam } from '@/prisma/builders/team';
import { findAnnotations } from '../annotations/find-annotations';
import { findEvents } from '../articles/find-events';
import { getArticleState } from '../articles/get-article-state';
import { importGalleyFile } from '../articles/import-galley-file';
import { exportArticle } from '../reports/export-article';
import { exportQuery } from '../reports/export-query';
import { findSources } from '../sources/find-sources';
import { desk, portStatistics, refusal } from '../testing/commands';
import { findContacts } from './find-contacts';
import { changeContact, createContact } from './save-contact';

const nameCanary = 'Canary-Wilhelmina';
const detailsCanary = 'Canary-under-the-bridge';

let team: Awaited<ReturnType<typeof makeTeam>>;
let others: Awaited<ReturnType<typeof makeTeam>>;

beforeAll(async () => {
  [team, others] = await Promise.all([makeTeam(), makeTeam('Others')]);
});

const fields = (...readers: readonly Actor[]) => ({
  name: nameCanary,
  details: detailsCanary,
  visibleToIds: readers.map(({ userId }) => userId),
});

/** A contact that the reviewer wrote down for the editor. */
async function contact(): Promise<string> {
  const id = randomUUID();
  await createContact(team.reviewer, id, fields(team.editor));
  return id;
}

/** A claim with evidence that the contact gave. */
async function claimWith(contactId: string, actor: Actor = team.reviewer) {
  const made = await makeArticle(team.editor, { title: 'The port', text: 'The port grew by 40 percent.' });
  const at = desk(actor, made.articleId, made.revisionId);
  const annotationId = await at.mark(0, 28);
  const evidenceId = randomUUID();
  const given = { ...portStatistics, contactId };
  await at.run({ type: 'evidence.create', annotationId, evidenceId, fields: given });
  return { ...made, at, annotationId, evidenceId };
}

const seenBy = async (actor: Actor): Promise<readonly string[]> =>
  (await findContacts(actor)).items.map(({ id }) => id);

describe('a confidential contact', () => {
  it('is seen by whoever wrote it down and whoever is named, and by no owner', async () => {
    const id = await contact();
    expect(await seenBy(team.reviewer)).toContain(id);
    expect(await seenBy(team.editor)).toContain(id);
    for (const actor of [team.owner, team.viewer, others.owner])
      expect(await seenBy(actor)).not.toContain(id);
    expect((await findContacts(team.editor)).items.find((one) => one.id === id)).toMatchObject({
      name: nameCanary,
      details: detailsCanary,
      uses: 0,
    });
  });

  it('is locked in the database and unnamed in the record', async () => {
    const id = await contact();
    const row = await db.contact.findUniqueOrThrow({ where: { id } });
    const entries = await db.auditEvent.findMany({ where: { teamId: team.id } });
    expect(JSON.stringify([row, entries])).not.toContain('Canary');
    expect(
      entries.some(({ type, body }) => type === 'contact.created' && JSON.stringify(body).includes(id)),
    ).toBe(true);
    const moved = await db.contact.create({
      data: { ...row, id: randomUUID(), createdById: team.owner.userId, visibleToIds: [] },
    });
    const stolen = (await findContacts(team.owner)).items.find((one) => one.id === moved.id);
    expect(JSON.stringify(stolen)).not.toContain('Canary');
    await db.contact.delete({ where: { id: moved.id } });
  });

  it('never leaves by any way that a colleague, an owner or a report could take', async () => {
    const contactId = await contact();
    const { articleId } = await claimWith(contactId);
    for (const actor of [team.owner, team.viewer, team.editor]) {
      const ways = [
        await getArticleState(actor, articleId),
        await findEvents(actor, articleId, { after: 0 }),
        await findAnnotations(actor, articleId, {}),
        await findSources(actor, { search: 'Canary' }),
        await (await exportArticle(actor, articleId, exportQuery.parse({ format: 'html' }))).text(),
        await (await exportArticle(actor, articleId, exportQuery.parse({ format: 'json' }))).text(),
        await (await exportArticle(actor, articleId, exportQuery.parse({ format: 'jsonld' }))).text(),
      ];
      expect(JSON.stringify(ways)).not.toContain('Canary');
      expect(JSON.stringify(ways[0])).toContain(contactId);
    }
    const html = await exportArticle(team.owner, articleId, exportQuery.parse({ format: 'html' }));
    expect(await html.text()).toContain('from a confidential contact');
    expect(JSON.stringify(await db.articleEvent.findMany({ where: { articleId } }))).not.toContain('Canary');
  });

  it('is changed only by whoever wrote it down, once per version', async () => {
    const id = await contact();
    const change = (actor: Actor, version = 1) =>
      changeContact(actor, { id, version, fields: { ...fields(), name: 'Another name' } });
    await refusal(change(team.editor), 'FORBIDDEN');
    await refusal(change(team.owner), 'NOT_FOUND');
    await refusal(change(others.owner), 'NOT_FOUND');
    await change(team.reviewer);
    await refusal(change(team.reviewer), 'STALE');
    expect(await seenBy(team.editor)).not.toContain(id);
    expect((await findContacts(team.reviewer)).items.find((one) => one.id === id)?.name).toBe('Another name');
  });

  it('lets in people of the team alone, and is not for viewers to write', async () => {
    await refusal(createContact(team.reviewer, randomUUID(), fields(others.owner)), 'INVALID');
    await refusal(createContact(team.viewer, randomUUID(), fields()), 'FORBIDDEN');
    const leaver = await buildMember(team.id, { name: 'Leaver', role: 'editor' });
    const key = { teamId_userId: { teamId: team.id, userId: leaver.userId } };
    await db.membership.update({ where: key, data: { disabledAt: new Date() } });
    await refusal(createContact(team.reviewer, randomUUID(), fields(leaver)), 'INVALID');
  });

  it('is made once, however often it is sent', async () => {
    const id = randomUUID();
    await createContact(team.reviewer, id, fields());
    await createContact(team.reviewer, id, { ...fields(), name: 'Again' });
    expect((await findContacts(team.reviewer)).items.find((one) => one.id === id)?.name).toBe(nameCanary);
    await refusal(createContact(team.editor, id, fields()), 'INVALID');
  });
});

describe('evidence from a contact', () => {
  it('can only name one that its writer may see, and does not tell which there are', async () => {
    const id = await contact();
    const hidden = await refusal(claimWith(id, team.owner), 'INVALID');
    const absent = await refusal(claimWith(randomUUID(), team.owner), 'INVALID');
    expect(hidden.message).toBe(absent.message);
    await claimWith(id, team.editor);
  });

  it('stays confidential where the contact is not known any more', async () => {
    const { articleId } = await claimWith(await contact());
    const answer = await exportArticle(team.owner, articleId, exportQuery.parse({ format: 'json' }));
    const copy = await importGalleyFile(others.owner, { file: parseGalleyFile(await answer.text()) });
    const [annotation] = Object.values((await getArticleState(others.owner, copy.articleId)).annotations);
    expect(annotation?.evidence[0]).toMatchObject({ contactId: null, isConfidential: true });
  });
});
