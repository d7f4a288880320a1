import { describe, expect, it } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import { type Command, commandSchema } from '@/lib/domain/commands';
import { noDepth } from '@/lib/domain/no-depth';
import { plainToRichText } from '@/lib/domain/rich-text';
import type { Proposal } from './proposal';
import { annotationOn, at, buildState, id, lou, mara } from './testing/build-state';
import { createFakeServer } from './testing/fake-server';
import { madeAgain, type Versioned, wayOutOf } from './way-out';

const annotationId = id(10);
const written = { authorId: mara.userId, createdAt: at(1), changedAt: at(1), version: 1 };
const claim: Annotation = {
  ...annotationOn('412 million', { id: annotationId }),
  notes: [{ id: id(20), body: plainToRichText('First.'), ...written }],
  evidence: [
    {
      id: id(21),
      type: 'dataset',
      tier: 'primary',
      stance: 'supports',
      title: 'Budget',
      address: null,
      quote: null,
      locator: null,
      accessedOn: null,
      ...noDepth,
      ...written,
    },
  ],
};
const on = { annotationId, version: 1 } as const;

it('is known for every command that names a version', () => {
  const versioned = commandSchema.options.filter(({ shape }) => 'version' in shape);
  const ways = versioned.map(({ shape }) => wayOutOf({ type: shape.type.value, changes: {} } as Versioned)); // the kind is all that it reads here
  expect(ways).not.toContain(undefined);
  expect(new Set(ways)).toEqual(new Set(['form', 'again', 'look']));
});

it('leads back to the form where claim details were written, and not where another mark was chosen', () => {
  const change = { type: 'annotation.change', commandId: id(90), ...on } as const;
  expect(wayOutOf({ ...change, changes: { claim: { claimant: 'The port' } } })).toBe('form');
  expect(wayOutOf({ ...change, changes: { mark: 'opinion' } })).not.toBe('form');
});

/** My choice, and what somebody else did first. */
const overtaken: readonly (readonly [string, mine: Proposal, theirs: Proposal])[] = [
  [
    'another mark',
    { type: 'annotation.change', ...on, changes: { mark: 'opinion' } },
    { type: 'annotation.change', ...on, changes: { mark: 'sourced_fact' } },
  ],
  [
    'another range',
    { type: 'annotation.change', ...on, changes: { passage: { start: 0, end: 4 } } },
    { type: 'annotation.change', ...on, changes: { passage: { start: 0, end: 8 } } },
  ],
  [
    'a deletion',
    { type: 'annotation.delete', ...on },
    { type: 'annotation.change', ...on, changes: { mark: 'sourced_fact' } },
  ],
  [
    'a deletion of a note',
    { type: 'note.delete', ...on, noteId: id(20) },
    { type: 'note.change', ...on, noteId: id(20), body: plainToRichText('Second.') },
  ],
  [
    'a deletion of evidence',
    { type: 'evidence.delete', ...on, evidenceId: id(21) },
    { type: 'evidence.change', ...on, evidenceId: id(21), changes: { title: 'Budget 2021' } },
  ],
  [
    'a plan',
    { type: 'check.plan', ...on, changes: { priority: 'high' } },
    { type: 'check.plan', ...on, changes: { priority: 'low' } },
  ],
];

describe('a choice that somebody else was quicker with', () => {
  it.each(overtaken)('can be made again on what is there now: %s', (_what, mine, theirs) => {
    const server = createFakeServer(buildState([claim]));
    const by = theirs.type.startsWith('note.') ? mara : lou;
    expect(server.execute({ ...theirs, commandId: id(500) }, by)).toMatchObject({ ok: true });
    const command: Command = { commandId: id(400), ...mine };
    expect(server.execute(command, mara)).toMatchObject({ ok: false, error: { code: 'STALE' } });
    const again = madeAgain(command, server.getState());
    expect(again && server.execute({ ...again, commandId: id(401) }, mara)).toMatchObject({ ok: true });
    // What they did stands in the record before it.
    expect(server.log.map(({ actor }) => actor.id)).toEqual([by.userId, mara.userId]);
  });

  it('is not made again where words or a conclusion would overwrite somebody’s, or where the thing is gone', () => {
    const state = buildState([claim]);
    const words: Proposal[] = [
      { type: 'note.change', ...on, noteId: id(20), body: plainToRichText('Mine.') },
      { type: 'annotation.change', ...on, changes: { claim: { claimant: 'The mayor' } } },
      { type: 'check.begin', ...on },
      { type: 'check.sign_off', ...on },
      { type: 'note.delete', ...on, noteId: id(99) },
      { type: 'annotation.delete', annotationId: id(99), version: 1 },
    ];
    for (const one of words) expect(madeAgain({ commandId: id(400), ...one }, state)).toBeUndefined();
  });
});
