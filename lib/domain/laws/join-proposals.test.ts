import { expect, it } from 'vitest';
import { freshCheck, isProposer, mapPeople, openProposal, type ProposalFields } from '../check';
import {
  article,
  at,
  claim,
  claimId,
  confirmed,
  happening,
  people,
  proposal,
  refusalOf,
  type Wish,
} from '../testing/desk';
import { refusalOfAct } from './check-laws';

const fields: ProposalFields = { ...confirmed, rationale: 'Row 12, and the invoice.' };
const { mara, tom, editor } = people;
const toms = { ...proposal, rationale: 'Row 12.', byId: tom.userId };
const proposed = { ...freshCheck, status: 'proposed' as const, proposal: toms };
const join: Wish = { type: 'check.join', annotationId: claimId, version: 1, fields };

function joinedBy(actor: typeof mara, check: Parameters<typeof claim>[0] = proposed) {
  const body = happening(article(claim(check)), actor, join);
  if (!('check' in body) || body.check === undefined) throw new Error('The event has no check.');
  return body.check;
}

it('puts one proposal in the place of another; both are its proposers, and neither confirms or signs it', () => {
  const check = joinedBy(mara);
  expect(check).toMatchObject({ status: 'proposed', version: 2, secondChecks: [] });
  expect(openProposal(check)).toMatchObject({
    rationale: 'Row 12, and the invoice.',
    byId: mara.userId,
    joined: [{ byId: tom.userId, at }],
  });
  for (const { userId } of [mara, tom]) expect(isProposer(check, userId)).toBe(true);
  expect(refusalOfAct('review', tom, claim(check))).toContain('proposer cannot be the second checker');
  expect(refusalOfAct('review', editor, claim(check))).toBeUndefined();
});

it('names everybody whose proposals were taken in before, each once, and not the one who merges', () => {
  const third = joinedBy(editor, { ...joinedBy(mara), version: 1 });
  expect(openProposal(third)?.joined?.map(({ byId }) => byId)).toEqual([tom.userId, mara.userId]);
  const back = joinedBy(tom, { ...third, version: 1 });
  expect(openProposal(back)?.joined?.map(({ byId }) => byId)).toEqual([mara.userId, editor.userId]);
  const renamed = mapPeople(back, (id) => `new ${id}`);
  expect(openProposal(renamed)?.joined?.map(({ byId }) => byId)).toEqual([
    `new ${mara.userId}`,
    `new ${editor.userId}`,
  ]);
});

it('is refused of one’s own, of one that is confirmed already, and of one that is sealed', () => {
  expect(refusalOf(() => joinedBy(tom)).message).toBe(
    'The proposal is your own. Withdraw it to put another in its place.',
  );
  expect(refusalOf(() => joinedBy(mara, { ...proposed, status: 'second_check' })).message).toBe(
    'Merging two proposals is not possible while the claim is second-checked.',
  );
  const sealed = { ...proposed, proposal: { sealed: true as const, byId: tom.userId, at } };
  expect(refusalOf(() => joinedBy(mara, sealed)).message).toContain('You have not seen the proposal yet.');
});

it('lacks what its outcome demands like any other', () => {
  const cut = { ...join, fields: { ...fields, outcome: 'unverifiable' as const } };
  expect(refusalOf(() => happening(article(claim(proposed)), mara, cut)).message).toBe(
    'Write down what you tried.',
  );
});
