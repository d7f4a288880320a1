import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { readTeamRules } from '@/lib/db/team-rules';
import type { Actor } from '@/lib/domain/actor';
import type { ScaleToSave } from '@/lib/domain/scale-draft';
import { presetScale } from '@/lib/domain/team-rules';
import type { VerdictScale } from '@/lib/domain/verdict';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { getArticleState } from '../articles/get-article-state';
import { desk, refusal } from '../testing/commands';
import { verifyChains } from '../verify-chains';
import { archiveScale } from './archive-scale';
import { changeTeamRules, getAllTeamRules } from './change-team-rules';
import { chooseScale } from './choose-scale';
import { findCheckRules } from './find-check-rules';
import { saveScale, saveScaleSchema } from './save-scale';
import { setBlindSecondCheck } from './set-blind-second-check';

const steps = [
  { key: 'right', label: 'Right', internal: 'true' as const },
  { key: 'wrong', label: 'Wrong', internal: 'false' as const },
];
const made = (name = 'House scale'): ScaleToSave => ({
  scaleId: null,
  version: null,
  scale: { name, steps },
});
const changed = ({ id, version }: VerdictScale, scale: Partial<ScaleToSave['scale']>): ScaleToSave => ({
  scaleId: id,
  version,
  scale: { name: 'House scale', steps, ...scale },
});

let team: Awaited<ReturnType<typeof makeTeam>>;
beforeEach(async () => {
  team = await makeTeam();
});

/** What the team's record says of its rules. */
async function record(): Promise<unknown> {
  const rows = await db.auditEvent.findMany({
    where: { teamId: team.id, OR: [{ type: { startsWith: 'scale.' } }, { type: { startsWith: 'team.' } }] },
    orderBy: { seq: 'asc' },
  });
  return rows.map(({ type, actorId, body }) => ({ type, actorId, body }));
}

describe('blind second checks', () => {
  it('are switched by an owner, and stand in the record once per change', async () => {
    expect((await findCheckRules(team.viewer)).isBlind).toBe(false);
    await setBlindSecondCheck(team.owner, true);
    await setBlindSecondCheck(team.owner, true);
    expect((await findCheckRules(team.viewer)).isBlind).toBe(true);
    expect((await readTeamRules(db, team.id)).blindSecondCheck).toBe(true);
    await setBlindSecondCheck(team.owner, false);
    const type = 'team.blind_second_check_changed';
    const actorId = team.owner.userId;
    expect(await record()).toEqual([
      { type, actorId, body: { isBlind: true } },
      { type, actorId, body: { isBlind: false } },
    ]);
  });
});

describe('a scale', () => {
  it('is made, chosen, changed, archived and brought back, each in the record', async () => {
    const first = await saveScale(team.owner, made());
    expect(first).toMatchObject({ version: 1, name: 'House scale', steps });
    await chooseScale(team.owner, first.id);
    await chooseScale(team.owner, first.id);
    const second = await saveScale(team.owner, changed(first, { name: 'Desk scale' }));
    expect(second).toMatchObject({ id: first.id, version: 2, name: 'Desk scale' });
    await chooseScale(team.owner, presetScale('politifact').id);
    await archiveScale(team.owner, { scaleId: first.id, isArchived: true });
    await archiveScale(team.owner, { scaleId: first.id, isArchived: false });
    const actorId = team.owner.userId;
    const scaleId = first.id;
    expect(await record()).toEqual([
      { type: 'scale.created', actorId, body: { scaleId, version: 1 } },
      { type: 'team.scale_chosen', actorId, body: { scaleId, before: null } },
      { type: 'scale.changed', actorId, body: { scaleId, version: 2 } },
      {
        type: 'team.scale_chosen',
        actorId,
        body: { scaleId: presetScale('politifact').id, before: scaleId },
      },
      { type: 'scale.archived', actorId, body: { scaleId, version: 2 } },
      { type: 'scale.restored', actorId, body: { scaleId, version: 2 } },
    ]);
    expect((await verifyChains()).faults).toEqual([]);
  });

  it('is listed with the presets, and comes first in an article once it is chosen', async () => {
    const names = async (actor: Actor) =>
      (await findCheckRules(actor)).scales.map(({ name, isChosen }) => (isChosen ? `${name}!` : name));
    const presets = ['PolitiFact', 'AVeriTeC', 'No public rating'];
    expect(await names(team.viewer)).toEqual(['Galley!', ...presets]);
    const { id } = await saveScale(team.owner, made());
    await chooseScale(team.owner, id);
    expect(await names(team.viewer)).toEqual(['House scale!', 'Galley', ...presets]);
    expect((await readTeamRules(db, team.id)).scales[0]?.id).toBe(id);
    await chooseScale(team.owner, presetScale('none').id);
    await archiveScale(team.owner, { scaleId: id, isArchived: true });
    expect((await findCheckRules(team.viewer)).scales[0]).toMatchObject({ id, isArchived: true });
    expect((await readTeamRules(db, team.id)).scales.map(({ id: other }) => other)).not.toContain(id);
  });

  it('never rewrites a verdict: what was given keeps scale, version, words and meaning', async () => {
    const scale = await saveScale(team.owner, made());
    const { articleId, revisionId } = await makeArticle(team.reviewer, {
      text: 'The port grew by 40 percent.',
    });
    const at = desk(team.reviewer, articleId, revisionId);
    const annotationId = await at.mark(0, 28);
    const fields = {
      outcome: 'incorrect' as const,
      verdict: { scaleId: scale.id, scaleVersion: 1, key: 'wrong' },
      suggestedWording: 'The port grew by 4 percent.',
      refusal: null,
      onAuthorReason: null,
      tried: null,
      rationale: 'Row 12.',
      confidence: null,
      confidenceReason: null,
    };
    await at.run({ type: 'check.propose', annotationId, version: 1, fields });
    const before = (await getArticleState(team.editor, articleId)).annotations[annotationId];
    const renamed = [
      { key: 'wrong', label: 'Baseless', internal: 'unproven' as const },
      ...steps.slice(0, 1),
    ];
    await saveScale(team.owner, changed(scale, { steps: renamed }));
    await archiveScale(team.owner, { scaleId: scale.id, isArchived: true });
    const after = (await getArticleState(team.editor, articleId)).annotations[annotationId];
    expect(after).toEqual(before);
    expect(after?.check.proposal).toMatchObject({
      verdict: { scaleVersion: 1, key: 'wrong', label: 'Wrong', internal: 'false' },
    });
    // and whoever still shows the old version is told so
    const late = await refusal(
      at.run({
        type: 'check.propose',
        annotationId: await at.mark(4, 13),
        version: 1,
        fields: { ...fields, outcome: 'confirmed' },
      }),
      'INVALID',
    );
    expect(late.message).toBe('This rating is not on the scale any more. Choose again.');
  });

  it('gets no new version from a change without a difference', async () => {
    const scale = await saveScale(team.owner, made());
    expect(await saveScale(team.owner, changed(scale, {}))).toEqual(scale);
    expect(await db.verdictScale.count({ where: { id: scale.id } })).toBe(1);
  });

  it('is changed by one of two who change it at the same time; the other is told what won', async () => {
    const scale = await saveScale(team.owner, made());
    const answers = await Promise.allSettled(
      ['One', 'Two', 'Three'].map((name) => saveScale(team.owner, changed(scale, { name }))),
    );
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused).toHaveLength(2);
    for (const { reason } of refused) {
      expect(reason).toMatchObject({ code: 'STALE', details: { current: { version: 2 } } });
      expect(reason.message).toBe(
        'Somebody else has changed this scale meanwhile. Look at the new one first.',
      );
    }
  });
});

describe('refused is', () => {
  it('everybody but an owner, at every door', async () => {
    const scale = await saveScale(team.owner, made());
    for (const actor of [team.editor, team.reviewer, team.viewer]) {
      const doors = [
        setBlindSecondCheck(actor, true),
        saveScale(actor, made('Another')),
        saveScale(actor, changed(scale, { name: 'Another' })),
        chooseScale(actor, scale.id),
        archiveScale(actor, { scaleId: scale.id, isArchived: true }),
      ];
      for (const door of doors)
        expect((await refusal(door, 'FORBIDDEN')).message).toBe('Only an owner can change the team.');
    }
    expect(await db.verdictScale.count({ where: { teamId: team.id } })).toBe(1);
  });

  it('another team’s scale, a preset to be changed, and one that is not there', async () => {
    const stranger = await makeTeam('The Herald');
    const theirs = await saveScale(stranger.owner, made());
    for (const id of [theirs.id, randomUUID()]) {
      await refusal(chooseScale(team.owner, id), 'NOT_FOUND');
      await refusal(archiveScale(team.owner, { scaleId: id, isArchived: true }), 'NOT_FOUND');
      await refusal(saveScale(team.owner, changed({ ...theirs, id }, { name: 'Mine' })), 'NOT_FOUND');
    }
    const galley = presetScale('galley');
    await refusal(saveScale(team.owner, changed(galley, { name: 'Mine' })), 'NOT_FOUND');
    await refusal(archiveScale(team.owner, { scaleId: galley.id, isArchived: true }), 'NOT_FOUND');
    expect((await findCheckRules(team.owner)).scales.every(({ isPreset }) => isPreset)).toBe(true);
  });

  it('a name that another scale has, a preset’s included', async () => {
    const scale = await saveScale(team.owner, made());
    expect((await refusal(saveScale(team.owner, made('house SCALE')), 'INVALID')).message).toBe(
      'There is a scale called “house SCALE” already. Choose another name.',
    );
    await refusal(saveScale(team.owner, made('PolitiFact')), 'INVALID');
    await saveScale(team.owner, changed(scale, { name: 'HOUSE scale' }));
  });

  it('to archive the one in use, and to use or change an archived one', async () => {
    const scale = await saveScale(team.owner, made());
    await chooseScale(team.owner, scale.id);
    const archive = { scaleId: scale.id, isArchived: true };
    expect((await refusal(archiveScale(team.owner, archive), 'INVALID')).message).toBe(
      'Your team rates on this scale. Choose another one before you archive it.',
    );
    await chooseScale(team.owner, presetScale('galley').id);
    await archiveScale(team.owner, archive);
    expect((await refusal(chooseScale(team.owner, scale.id), 'INVALID')).message).toBe(
      'This scale is archived. Bring it back first.',
    );
    await refusal(saveScale(team.owner, changed(scale, { name: 'Other' })), 'INVALID');
  });

  it('a scale that did not arrive whole, with a sentence', () => {
    const fault = (scale: string) => saveScaleSchema.safeParse({ scale }).error?.issues[0]?.message;
    expect(fault('{')).toBe('The scale did not arrive whole. Send it again.');
    expect(fault(JSON.stringify({ ...made(), scale: { name: 'One', steps: steps.slice(0, 1) } }))).toBe(
      'A scale has at least two steps.',
    );
    expect(fault(JSON.stringify(made()))).toBeUndefined();
  });
});

describe('several rules in one request', () => {
  const rules = { isBlind: true, usesAdmiraltyCode: true, recheckDays: 30 } as const;

  it('are changed together, each with its entry in the record', async () => {
    const { id: scaleId } = await saveScale(team.owner, made());
    const before = await db.auditEvent.count({ where: { teamId: team.id } });
    const after = await changeTeamRules(team.owner, { ...rules, scaleId, ownersNeedSecondFactor: false });
    expect(after).toEqual({ ...rules, scaleId, ownersNeedSecondFactor: false });
    expect(await db.auditEvent.count({ where: { teamId: team.id } })).toBe(before + 4);
  });

  it('stay all as they were when one of them is refused', async () => {
    const before = await getAllTeamRules(team.owner);
    const entries = await db.auditEvent.count({ where: { teamId: team.id } });
    await refusal(changeTeamRules(team.owner, { ...rules, scaleId: randomUUID() }), 'NOT_FOUND');
    await refusal(changeTeamRules(team.owner, { ...rules, ownersNeedSecondFactor: true }), 'FORBIDDEN');
    await refusal(changeTeamRules(team.editor, rules), 'FORBIDDEN');
    expect(await getAllTeamRules(team.owner)).toEqual(before);
    expect(await db.auditEvent.count({ where: { teamId: team.id } })).toBe(entries);
  });
});
