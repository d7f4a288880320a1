import { describe, expect, it } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import type { Command } from '@/lib/domain/commands';
import { noDepth } from '@/lib/domain/no-depth';
import { plainToRichText } from '@/lib/domain/rich-text';
import type { Proposal } from './proposal';
import { baseOf, rebase } from './rebase';
import { annotationOn, at, buildState, id, lou, mara } from './testing/build-state';
import { createFakeServer } from './testing/fake-server';

const annotationId = id(10);
const written = { authorId: mara.userId, createdAt: at(1), changedAt: at(1), version: 1 };
const evidence = {
  type: 'dataset' as const,
  tier: 'primary' as const,
  stance: 'supports' as const,
  title: 'Budget',
  address: null,
  quote: null,
  locator: 'p. 1',
  accessedOn: null,
  ...noDepth,
};
const claim: Annotation = {
  ...annotationOn('412 million', { id: annotationId }),
  notes: [{ id: id(20), body: plainToRichText('First.'), ...written }],
  evidence: [{ ...evidence, id: id(21), ...written }],
};
const proposal = {
  outcome: 'confirmed' as const,
  verdict: null,
  suggestedWording: null,
  refusal: null,
  onAuthorReason: null,
  tried: null,
  rationale: 'Read.',
  confidence: null,
  confidenceReason: null,
};
const about = { annotationId, version: 1 } as const;
const onEvidence = { type: 'evidence.change', ...about, evidenceId: id(21) } as const;
const onNote = { annotationId, noteId: id(20) } as const;

/** What became of the state meanwhile, and the wish that was begun before. */
type Case = readonly [string, mine: Proposal, theirs: readonly Proposal[], isFree: boolean];

const cases: readonly Case[] = [
  [
    'two fields of evidence',
    { ...onEvidence, changes: { locator: 'p. 2' } },
    [{ ...onEvidence, changes: { title: 'Budget 2021' } }],
    true,
  ],
  [
    'the same field of evidence',
    { ...onEvidence, changes: { locator: 'p. 2' } },
    [{ ...onEvidence, changes: { locator: 'p. 9' } }],
    false,
  ],
  [
    'the same field, set to the same',
    { ...onEvidence, changes: { locator: 'p. 2' } },
    [{ ...onEvidence, changes: { locator: 'p. 2' } }],
    true,
  ],
  [
    'mark and passage',
    { type: 'annotation.change', ...about, changes: { mark: 'opinion' } },
    [{ type: 'annotation.change', ...about, changes: { passage: { start: 0, end: 8 } } }],
    true,
  ],
  [
    'the same passage',
    { type: 'annotation.change', ...about, changes: { passage: { start: 0, end: 4 } } },
    [{ type: 'annotation.change', ...about, changes: { passage: { start: 0, end: 8 } } }],
    false,
  ],
  [
    'two fields of a claim',
    { type: 'annotation.change', ...about, changes: { claim: { claimant: 'The mayor' } } },
    [{ type: 'annotation.change', ...about, changes: { claim: { claimedOn: '2026-03-01' } } }],
    true,
  ],
  [
    'the same field of a claim',
    { type: 'annotation.change', ...about, changes: { claim: { claimant: 'The mayor' } } },
    [{ type: 'annotation.change', ...about, changes: { claim: { claimant: 'The council' } } }],
    false,
  ],
  [
    'a note that was deleted and restored',
    { type: 'note.change', ...onNote, version: 1, body: plainToRichText('Second.') },
    [
      { type: 'note.delete', ...onNote, version: 1 },
      { type: 'note.restore', ...onNote, version: 2 },
    ],
    true,
  ],
  [
    'the words of a note',
    { type: 'note.change', ...onNote, version: 1, body: plainToRichText('Second.') },
    [{ type: 'note.change', ...onNote, version: 1, body: plainToRichText('Other.') }],
    false,
  ],
  [
    'two fields of a plan',
    { type: 'check.plan', ...about, changes: { priority: 'high' } },
    [{ type: 'check.plan', ...about, changes: { depth: 'deep' } }],
    true,
  ],
  [
    'the same field of a plan',
    { type: 'check.plan', ...about, changes: { priority: 'high' } },
    [{ type: 'check.plan', ...about, changes: { priority: 'low' } }],
    false,
  ],
  [
    'taking a claim that somebody took',
    { type: 'check.begin', ...about },
    [{ type: 'check.begin', ...about }],
    false,
  ],
  [
    'waiting, and a plan',
    { type: 'check.wait', ...about, on: 'author', reason: 'Asked.' },
    [{ type: 'check.plan', ...about, changes: { priority: 'low' } }],
    true,
  ],
  [
    'a proposal, and a plan',
    { type: 'check.propose', ...about, fields: proposal },
    [{ type: 'check.plan', ...about, changes: { priority: 'low' } }],
    true,
  ],
  [
    'a proposal, and somebody who takes the claim',
    { type: 'check.propose', ...about, fields: proposal },
    [{ type: 'check.begin', ...about }],
    true,
  ],
  [
    'a proposal, and somebody who waits for the writer',
    { type: 'check.propose', ...about, fields: proposal },
    [{ type: 'check.wait', ...about, on: 'author', reason: 'Asked.' }],
    false,
  ],
  [
    'waiting, and somebody who takes the claim',
    { type: 'check.wait', ...about, on: 'author', reason: 'Asked.' },
    [{ type: 'check.begin', ...about }],
    false,
  ],
  [
    'two proposals',
    { type: 'check.propose', ...about, fields: proposal },
    [{ type: 'check.propose', ...about, fields: { ...proposal, outcome: 'not_checkable' } }],
    false,
  ],
  [
    'a deletion of what has changed',
    { type: 'annotation.delete', ...about },
    [{ type: 'annotation.change', ...about, changes: { mark: 'opinion' } }],
    false,
  ],
];

describe('a change that was overtaken', () => {
  it.each(cases)('goes again or asks: %s', (_what, mine, theirs, isFree) => {
    const server = createFakeServer(buildState([claim]));
    const command: Command = { commandId: id(400), ...mine };
    const base = baseOf(command, server.getState());
    for (const [n, one] of theirs.entries()) {
      // Only its author changes a note's words: in another window.
      const by = one.type.startsWith('note.') ? mara : lou;
      expect(server.execute({ ...one, commandId: id(500 + n) }, by)).toMatchObject({ ok: true });
    }
    expect(server.execute(command, mara)).toMatchObject({ ok: false, error: { code: 'STALE' } });
    const again = rebase(command, base, server.getState());
    expect(again !== undefined).toBe(isFree);
    if (again !== undefined)
      expect(server.execute({ ...again, commandId: id(401) }, mara)).toMatchObject({ ok: true });
  });

  it('is not begun anew from a state that it had not seen', () => {
    const command: Command = { commandId: id(400), ...onEvidence, version: 7, changes: { locator: 'p. 2' } };
    expect(baseOf(command, buildState([claim]))).toBeUndefined();
    expect(rebase(command, undefined, buildState([claim]))).toBeUndefined();
  });
});
