import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleState } from '../apply';
import { apply } from '../apply';
import {
  type Check,
  confirmersOf,
  isProposer,
  missingFor,
  openProposal,
  openSecondChecks,
  requiredSecondChecks,
} from '../check';
import { DomainError } from '../errors';
import type { EventBody } from '../events';
import { checkEventTypes } from '../events';
import { article, at, claim, happening, people, sentence, theClaim } from '../testing/desk';
import { actorOf, type Doing, doings, wishOf } from '../testing/doings';
import { openQueries } from '../thread';
import { sealCheck } from './blind';
import { boundContent } from './bound-content';
import { isChecked } from './check-laws';

type Step = {
  readonly actorId: string;
  readonly before: ArticleState;
  readonly body: EventBody;
  readonly after: ArticleState;
};

/** Plays what people do; every refusal must read well. A deleted claim stays as it was, to go on with. */
function play(list: readonly Doing[], isBlind: boolean, see: (step: Step) => void): void {
  const start = article(claim());
  let state: ArticleState = { ...start, rules: { ...start.rules, blindSecondCheck: isBlind } };
  list.forEach((doing, number) => {
    const actor = actorOf(doing, state);
    const wish = wishOf(doing, state, number);
    if (wish === undefined) return;
    try {
      const body = happening(state, actor, wish);
      const after = apply(state, { actor: { id: actor.userId, name: actor.name }, at, body });
      if (body.type === 'annotation.deleted') return;
      const next = { ...after, seq: state.seq + 1 };
      see({ actorId: actor.userId, before: state, body, after: next });
      state = next;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      expect(error.message).toMatch(sentence);
    }
  });
}

const always = (see: (step: Step) => void, settings: { readonly seed?: number } = {}): void =>
  fc.assert(
    fc.property(doings, (list) => play(list, false, see)),
    { numRuns: 400, ...settings },
  );

/** Every proposal that a check holds. */
const proposalsOf = (check: Check) =>
  [openProposal(check), check.decision?.overruled].flatMap((proposal) => proposal ?? []);

describe('whatever several people do to a claim', () => {
  it('reaches every event of its machine, so that what follows is about all of them', () => {
    const seen = new Map<string, number>();
    always(
      ({ body, after }) => {
        for (const name of [body.type, theClaim(after).check.status])
          seen.set(name, (seen.get(name) ?? 0) + 1);
      },
      { seed: 1 },
    );
    for (const type of [...checkEventTypes, 'stale']) expect(seen.get(type) ?? 0, type).toBeGreaterThan(0);
  });

  it('never shows a sign-off or a confirmation by the proposer', () => {
    always(({ after }) => {
      const { check } = theClaim(after);
      if (check.signOff !== null) expect(isProposer(check, check.signOff.byId)).toBe(false);
      for (const id of confirmersOf(check)) expect(isProposer(check, id)).toBe(false);
    });
  });

  it('never signs off beside an open author query, nor without the second checks that are needed', () => {
    always(({ before, body }) => {
      if (body.type !== 'check.signed_off') return;
      const { check, threads, mark } = theClaim(before);
      expect(openQueries(threads)).toEqual([]);
      expect(confirmersOf(check).size).toBeGreaterThanOrEqual(requiredSecondChecks(check));
      expect(check.status).toBe('second_check');
      expect(['claim', 'sourced_fact']).toContain(mark);
    });
  });

  it('names revision and hash in every sign-off, and is signed off only while the hash is right', () => {
    always(({ after }) => {
      const annotation = theClaim(after);
      const { status, signOff } = annotation.check;
      if (signOff !== null) expect(signOff.revisionId).toBe(after.revision.id);
      if (status !== 'signed_off') return;
      const proposal = openProposal(annotation.check);
      expect(proposal && boundContent(annotation, proposal)).toBe(signOff?.hash);
    });
  });

  it('is stale after any change of passage, mark or evidence once signed, with who, what and when', () => {
    always(({ actorId, before, after }) => {
      const [old, now] = [theClaim(before), theClaim(after)];
      const contentOf = ({ anchor, mark, evidence }: typeof old) => [anchor, mark, evidence.map(bare)];
      const isChanged = JSON.stringify(contentOf(old)) !== JSON.stringify(contentOf(now));
      if (old.check.status === 'signed_off' && isChanged) expect(now.check.status).toBe('stale');
      if (now.check.status !== 'stale' || old.check.status === 'stale') return;
      expect(now.check.staleness).toMatchObject({ byId: actorId, at });
      expect(now.check.staleness?.cause).toMatch(/^(passage|mark|evidence)$/);
      expect(now.check.staleness?.detail).not.toBe('');
    });
  });

  it('takes second checks back when what they confirmed changes', () => {
    always(({ before, after }) => {
      const [old, now] = [theClaim(before), theClaim(after)];
      if (now.check.status !== 'second_check' || old.check.status !== 'second_check') return;
      const proposal = openProposal(now.check);
      if (proposal === undefined) throw new Error('There is a second check and no proposal.');
      expect(boundContent(now, proposal)).toBe(boundContent(old, proposal));
    });
  });

  it('has for every outcome what it demands, for incorrect a wording or a refusal', () => {
    always(({ after }) => {
      for (const proposal of proposalsOf(theClaim(after).check)) {
        expect(missingFor(proposal)).toEqual([]);
        if (proposal.outcome === 'incorrect')
          expect(`${proposal.suggestedWording ?? ''}${proposal.refusal ?? ''}`.trim()).not.toBe('');
      }
    });
  });

  it('gives every change of the check the next version, and keeps the others’ hands off it', () => {
    always(({ before, body, after }) => {
      const [old, now] = [theClaim(before), theClaim(after)];
      const isCarried = 'check' in body && body.check !== undefined;
      expect(now.check.version).toBe(old.check.version + (isCarried ? 1 : 0));
      if (!isCarried) expect(now.check).toEqual(old.check);
      if (body.type.startsWith('check.')) expect(isChecked(old)).toBe(true);
    });
  });

  it('keeps both sides of a dispute until it is settled', () => {
    always(({ before, body, after }) => {
      if (body.type !== 'check.reviewed' && body.type !== 'check.decided') return;
      const [old, now] = [theClaim(before).check, theClaim(after).check];
      const had = openSecondChecks(old).map(({ id }) => id);
      expect(openSecondChecks(now).map(({ id }) => id)).toEqual(expect.arrayContaining(had));
      const said = proposalsOf(now).map(({ rationale }) => rationale);
      expect(said).toContain(openProposal(old)?.rationale);
    });
  });
});

describe('in a team with blind second checks', () => {
  const secretOf = (check: Check) => openProposal(check)?.rationale ?? '';

  it('nobody finds a proposal in what they are sent before they have recorded their own', () => {
    fc.assert(
      fc.property(doings, (list) => {
        // Who may know which proposal, worked out apart from the laws: by having written, confirmed or met it.
        const knows = new Map<string, Set<string>>();
        const learn = (secret: string, ids: readonly string[]): void => {
          const known = knows.get(secret) ?? new Set();
          for (const id of ids) known.add(id);
          knows.set(secret, known);
        };
        play(list, true, ({ actorId, body, before, after }) => {
          const { check } = theClaim(after);
          const secret = secretOf(check);
          if (body.type === 'check.proposed') learn(secret, [actorId]);
          // A merged proposal holds what all knew who knew the one that it takes in.
          if (openProposal(check)?.joined !== undefined)
            learn(secret, [...(knows.get(secretOf(theClaim(before).check)) ?? [])]);
          if (body.type === 'check.reviewed') learn(secret, [actorId]);
          const isMet =
            ['disputed', 'signed_off', 'stale'].includes(check.status) ||
            (check.status === 'second_check' &&
              (check.decision !== null || confirmersOf(check).size >= requiredSecondChecks(check)));
          if (isMet)
            learn(
              secret,
              Object.values(people).map(({ userId }) => userId),
            );
          for (const { userId } of Object.values(people)) {
            const words = JSON.stringify(sealCheck(check, userId, true));
            const mayKnow = secret === '' || (knows.get(secret)?.has(userId) ?? false);
            expect(words.includes(secret), `${userId} ${check.status} ${secret}`).toBe(mayKnow);
          }
        });
      }),
      { numRuns: 400 },
    );
  });

  it('who was blind stands in the record truly', () => {
    fc.assert(
      fc.property(doings, (list) => {
        play(list, true, ({ actorId: userId, before, body }) => {
          if (body.type !== 'check.reviewed') return;
          const seen = JSON.stringify(sealCheck(theClaim(before).check, userId, true));
          const own = openSecondChecks(body.check).find(({ byId }) => byId === userId);
          expect(own?.isBlind).toBe(seen.includes('"sealed":true'));
        });
      }),
      { numRuns: 400 },
    );
  });
});

function bare({
  createdAt: _c,
  changedAt: _h,
  version: _v,
  ...fields
}: ReturnType<typeof theClaim>['evidence'][number]) {
  return fields;
}
