import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { historyKinds, kindOfEvent } from '@/lib/domain/history';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { desk, refusal } from '../testing/commands';
import { findHistory } from './find-history';

let team: Awaited<ReturnType<typeof makeTeam>>;
let articleId: string;
let [claim, gone] = ['', ''];

beforeAll(async () => {
  team = await makeTeam();
  const article = await makeArticle(team.editor, { text: 'The port grew by 40 percent. Splendid.' });
  articleId = article.articleId;
  const rhea = desk(team.reviewer, articleId, article.revisionId);
  const edda = desk(team.editor, articleId, article.revisionId);
  claim = await rhea.mark(0, 28);
  gone = await edda.mark(0, 3);
  const evidenceId = await rhea.attach(claim);
  await edda.run({
    type: 'evidence.change',
    annotationId: claim,
    evidenceId,
    version: 1,
    changes: { locator: 'row 13' },
  });
  await edda.flag(claim);
  await edda.run({ type: 'annotation.delete', annotationId: gone, version: 1 });
  await rhea.run({
    type: 'check.plan',
    annotationId: claim,
    version: 1,
    changes: { assigneeId: team.owner.userId },
  });
});

const typesOf = ({ items }: Awaited<ReturnType<typeof findHistory>>) =>
  items.map(({ event }) => event.body.type);

describe('the history of an article', () => {
  it('lists everything, latest first, with what it is about and whom it names', async () => {
    const history = await findHistory(team.viewer, articleId, {});
    expect(history.items.map(({ event }) => event.seq)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(history).toMatchObject({ next: null, last: 8 });
    expect(history.people.map(({ id }) => id).sort()).toEqual(
      [team.editor.userId, team.reviewer.userId].sort(),
    );
    expect(history.names[team.owner.userId]?.name).toBe(team.owner.name);
    const [planned, deleted, , changed] = history.items;
    expect(planned?.about).toMatchObject({ id: claim, mark: 'claim', isDeleted: false });
    expect(deleted?.about).toMatchObject({ id: gone, exact: 'The', isDeleted: true });
    expect(changed?.evidenceTitle).toBe('Port statistics 2025');
    expect(changed?.event.actor.name).toBe(team.editor.name);
  });

  it('is narrowed down by person, by kind and by annotation', async () => {
    const by = (person: string) => findHistory(team.viewer, articleId, { person });
    expect(typesOf(await by(team.reviewer.userId))).toEqual([
      'check.planned',
      'evidence.created',
      'annotation.created',
    ]);
    const counts = {
      marks: 3,
      notes: 0,
      evidence: 2,
      flags: 1,
      check: 1,
      threads: 0,
      session: 0,
      article: 1,
    };
    for (const kind of historyKinds) {
      const types = typesOf(await findHistory(team.viewer, articleId, { kind }));
      expect(types.every((type) => kindOfEvent[type] === kind)).toBe(true);
      expect(types).toHaveLength(counts[kind]);
    }
    expect(typesOf(await findHistory(team.viewer, articleId, { annotation: gone }))).toEqual([
      'annotation.deleted',
      'annotation.created',
    ]);
    expect(typesOf(await findHistory(team.viewer, articleId, { annotation: randomUUID() }))).toEqual([]);
  });

  it('goes on where a page ended', async () => {
    const first = await findHistory(team.viewer, articleId, {}, 5);
    expect(first.next).toBe('4');
    const second = await findHistory(team.viewer, articleId, { before: Number(first.next) }, 5);
    expect(second.items.map(({ event }) => event.seq)).toEqual([3, 2, 1]);
    expect(second.next).toBeNull();
  });

  it('is not found by another team, nor after the article was deleted', async () => {
    const others = await makeTeam('Others');
    await refusal(findHistory(others.owner, articleId, {}), 'NOT_FOUND');
    await refusal(findHistory(team.owner, 'nonsense', {}), 'NOT_FOUND');
    const { articleId: other, revisionId } = await makeArticle(team.editor, { text: 'Gone.' });
    await desk(team.editor, other, revisionId).run({ type: 'article.delete' });
    await refusal(findHistory(team.editor, other, {}), 'NOT_FOUND');
  });

  it('keeps a proposal sealed that is hidden from its reader, with the note of another second check', async () => {
    const blind = await makeTeam('Blind');
    await db.team.update({ where: { id: blind.id }, data: { blindSecondCheck: true } });
    const article = await makeArticle(blind.reviewer, { text: 'The port grew by 40 percent.' });
    const { run, mark } = desk(blind.reviewer, article.articleId, article.revisionId);
    const annotationId = await mark(0, 8);
    const none = { suggestedWording: null, refusal: null, onAuthorReason: null, tried: null };
    const words = { rationale: 'The hidden reason.', confidence: null, confidenceReason: null, ...none };
    await run({ type: 'check.plan', annotationId, version: 1, changes: { riskFlags: ['legal'] } });
    await run({
      type: 'check.propose',
      annotationId,
      version: 2,
      fields: { outcome: 'confirmed', verdict: null, ...words },
    });
    await desk(blind.editor, article.articleId, article.revisionId).run({
      type: 'check.review',
      annotationId,
      version: 3,
      secondCheckId: randomUUID(),
      fields: { outcome: 'confirmed', verdict: null, note: 'The hidden note.', suggestedWording: null },
    });
    const seenBy = async (actor: typeof blind.owner) =>
      JSON.stringify(await findHistory(actor, article.articleId, {}));
    expect(await seenBy(blind.owner)).not.toMatch(/The hidden (reason|note)\./);
    expect(await seenBy(blind.editor)).toMatch(/The hidden reason\..*/);
    expect(await seenBy(blind.reviewer)).toMatch(/The hidden note\./);
  });
});
