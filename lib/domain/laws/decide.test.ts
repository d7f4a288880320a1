import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, applyEvent } from '../apply';
import { freshCheck } from '../check';
import type { Command } from '../commands';
import type { ArticleEvent } from '../events';
import { plainToRichText } from '../rich-text';
import { articleState } from '../testing/arbitraries';

import {
  annotationId,
  at,
  commandId,
  create,
  editor,
  empty,
  evidenced,
  fields,
  flagged,
  id,
  mara,
  marked,
  noted,
  one,
  outcome,
  person,
  run,
  someone,
  viewer,
} from '../testing/deciding';
import { refusalOf } from '../testing/desk';

describe('marking', () => {
  it('anchors the words that were selected', () => {
    expect(one(marked)).toMatchObject({
      mark: 'claim',
      authorId: mara.userId,
      version: 1,
      check: freshCheck,
      partOfId: null,
      repeatsId: null,
    });
    expect(one(marked).anchor).toMatchObject({
      exact: 'port will cost 412 million',
      prefix: 'The ',
      state: 'exact',
    });
  });

  it.each([
    ['outside the text', { start: 40, end: 400 }, 'outside'],
    ['of white space', { start: 3, end: 4 }, 'white space'],
    ['turned round', { start: 9, end: 4 }, 'outside'],
  ])('refuses a passage %s', (_name, passage, sentence) => {
    expect(refusalOf(() => run(empty, { ...create, passage })).message).toContain(sentence);
  });

  it('refuses a mark on another revision and says to reload', () => {
    const error = refusalOf(() => run(empty, { ...create, revisionId: id(3) }));
    expect(error).toMatchObject({ code: 'STALE' });
    expect(error.message).toContain('newer revision');
  });

  it('lets identical and overlapping marks stand beside each other', () => {
    const twice = run(marked, { ...create, annotationId: id(11), mark: 'opinion' });
    expect(Object.keys(twice.annotations)).toHaveLength(2);
  });
});

describe('changing', () => {
  const change = (
    changes: Extract<Command, { type: 'annotation.change' }>['changes'],
    version = 1,
  ): Command => ({
    commandId,
    type: 'annotation.change',
    annotationId,
    version,
    changes,
  });

  it('moves the range, keeps the old one in the event and counts the version up', () => {
    const body = outcome(marked, change({ passage: { start: 4, end: 8 } }), mara);
    expect(body).toMatchObject({
      version: 2,
      changes: { anchor: { exact: 'port' } },
      before: { anchor: { start: 4, end: 30 } },
    });
    expect(one(run(marked, change({ mark: 'opinion', claim: { claimant: 'The port' } })))).toMatchObject({
      mark: 'opinion',
      version: 2,
      claim: { claimant: 'The port', claimTypes: [] },
    });
  });

  it('refuses the slower of two with the value that won', () => {
    const later = run(marked, change({ mark: 'opinion' }));
    const error = refusalOf(() => run(later, change({ mark: 'no_fact' })));
    expect(error).toMatchObject({ code: 'STALE', details: { current: { mark: 'opinion', version: 2 } } });
  });

  it('leaves the words of a note to its author', () => {
    const command: Command = {
      commandId,
      type: 'note.change',
      annotationId,
      noteId: id(20),
      version: 1,
      body: plainToRichText('Yes.'),
    };
    expect(one(run(noted, command)).notes[0]).toMatchObject({ version: 2, body: plainToRichText('Yes.') });
    expect(refusalOf(() => run(noted, command, someone)).code).toBe('FORBIDDEN');
    expect(refusalOf(() => run(noted, { ...command, version: 2 })).code).toBe('STALE');
  });

  it('changes only the fields of evidence that differ', () => {
    const command: Command = {
      commandId,
      type: 'evidence.change',
      annotationId,
      evidenceId: id(30),
      version: 1,
      changes: { stance: 'supports', title: 'Budget' },
    };
    expect(outcome(evidenced, command, someone)).toMatchObject({
      changes: { stance: 'supports' },
      before: { stance: 'refutes' },
    });
    expect(one(run(evidenced, command, someone)).evidence[0]).toMatchObject({
      stance: 'supports',
      version: 2,
    });
  });
});

describe('deleting and restoring', () => {
  it('takes an annotation away and brings it back with all that hung on it', () => {
    const gone = run(flagged, { commandId, type: 'annotation.delete', annotationId, version: 1 });
    expect(gone.annotations).toEqual({});
    const removed = { annotation: { ...one(flagged), version: 2 } };
    const back = run(
      gone,
      { commandId, type: 'annotation.restore', annotationId, version: 2 },
      mara,
      removed,
    );
    expect(one(back)).toMatchObject({ version: 3, notes: [{ id: id(20) }], evidence: [{ id: id(30) }] });
  });

  it('refuses a colleague who is no editor, and lets an editor', () => {
    const command: Command = { commandId, type: 'annotation.delete', annotationId, version: 1 };
    expect(refusalOf(() => run(marked, command, someone)).code).toBe('FORBIDDEN');
    expect(run(marked, command, editor).annotations).toEqual({});
  });

  it('takes a note and evidence away and brings them back to their place', () => {
    const withoutNote = run(noted, {
      commandId,
      type: 'note.delete',
      annotationId,
      noteId: id(20),
      version: 1,
    });
    expect(one(withoutNote).notes).toEqual([]);
    const [note] = one(noted).notes;
    const [evidence] = one(evidenced).evidence;
    if (note === undefined || evidence === undefined) throw new Error('missing');
    const back = run(
      withoutNote,
      { commandId, type: 'note.restore', annotationId, noteId: id(20), version: 2 },
      mara,
      {
        note: { ...note, version: 2 },
      },
    );
    expect(one(back).notes[0]).toMatchObject({ id: id(20), version: 3 });
    const bare = run(evidenced, {
      commandId,
      type: 'evidence.delete',
      annotationId,
      evidenceId: id(30),
      version: 1,
    });
    expect(one(bare).evidence).toEqual([]);
    const whole = run(
      bare,
      { commandId, type: 'evidence.restore', annotationId, evidenceId: id(30), version: 2 },
      mara,
      {
        evidence: { ...evidence, version: 2 },
      },
    );
    expect(one(whole).evidence[0]).toMatchObject({ id: id(30), version: 3 });
  });
});

describe('flags', () => {
  const look: Command = {
    commandId,
    type: 'flag.look',
    annotationId,
    flagId: id(40),
    version: 1,
    note: 'Fine.',
  };
  it('are raised once, looked at once, and can be reopened', () => {
    const again: Command = {
      commandId,
      type: 'flag.raise',
      annotationId,
      flagId: id(41),
      fields: { reason: 'Again', priority: 'low' },
    };
    expect(refusalOf(() => run(flagged, again)).message).toContain('flagged already');
    const looked = run(flagged, look, someone);
    expect(one(looked).flags[0]?.looked).toEqual({ byId: someone.userId, at, note: 'Fine.' });
    expect(refusalOf(() => run(looked, { ...look, version: 2 })).message).toContain(
      'looked at this flag already',
    );
    const reopen: Command = { commandId, type: 'flag.reopen', annotationId, flagId: id(40), version: 2 };
    expect(one(run(looked, reopen)).flags[0]?.looked).toBeNull();
    expect(refusalOf(() => run(run(looked, again), reopen)).message).toContain('newer open flag');
    expect(refusalOf(() => run(flagged, { ...reopen, version: 1 })).message).toContain('open already');
  });

  it('change their priority', () => {
    const command: Command = {
      commandId,
      type: 'flag.change',
      annotationId,
      flagId: id(40),
      version: 1,
      changes: { priority: 'low' },
    };
    expect(one(run(flagged, command)).flags[0]).toMatchObject({
      priority: 'low',
      version: 2,
      reason: 'Look',
    });
  });
});

describe('every command', () => {
  const commands: Command[] = [
    create,
    { commandId, type: 'article.change', version: 1, changes: { title: 'Harbour' } },
    { commandId, type: 'article.delete' },
    { commandId, type: 'article.restore' },
    { commandId, type: 'annotation.change', annotationId, version: 1, changes: { mark: 'opinion' } },
    { commandId, type: 'annotation.delete', annotationId, version: 1 },
    { commandId, type: 'note.create', annotationId, noteId: id(21), body: plainToRichText('x') },
    { commandId, type: 'note.change', annotationId, noteId: id(20), version: 1, body: plainToRichText('x') },
    { commandId, type: 'note.delete', annotationId, noteId: id(20), version: 1 },
    { commandId, type: 'evidence.create', annotationId, evidenceId: id(31), fields },
    {
      commandId,
      type: 'evidence.change',
      annotationId,
      evidenceId: id(30),
      version: 1,
      changes: { title: 'x' },
    },
    { commandId, type: 'evidence.delete', annotationId, evidenceId: id(30), version: 1 },
    { commandId, type: 'flag.change', annotationId, flagId: id(40), version: 1, changes: { reason: 'x' } },
    { commandId, type: 'flag.look', annotationId, flagId: id(40), version: 1, note: '' },
  ];

  it.each(commands.map((command) => [command.type, command] as const))(
    '%s is refused to a viewer',
    (_type, command) => {
      const error = refusalOf(() => run(flagged, command, viewer));
      expect(error.code).toBe('FORBIDDEN');
      expect(error.message).toMatch(/\.$/);
    },
  );

  it.each(
    commands
      .filter((command) => 'annotationId' in command && command.type !== 'annotation.create')
      .map((command) => [command.type, command] as const),
  )('%s on what does not exist is not found', (_type, command) => {
    expect(refusalOf(() => run(empty, command, editor)).code).toBe('NOT_FOUND');
  });
});

describe('apply', () => {
  it('changes nothing when an event comes a second time', () => {
    fc.assert(
      fc.property(articleState, fc.array(fc.nat({ max: 6 }), { maxLength: 12 }), (state, order) => {
        const events: ArticleEvent[] = Object.values(state.annotations).map((annotation, index) => ({
          articleId: state.article.id,
          seq: state.seq + index + 1,
          commandId: id(index),
          actor: person(mara),
          revisionId: state.revision.id,
          at,
          body: { type: 'annotation.deleted', annotationId: annotation.id, version: annotation.version + 1 },
        }));
        const once = events.reduce(applyEvent, state);
        const replayed = order.map((index) => events[index]).filter((event) => event !== undefined);
        expect(replayed.reduce(applyEvent, once)).toBe(once);
        expect(events.reduce(applyEvent, state)).toEqual(once);
      }),
      { numRuns: 50 },
    );
  });

  it('leaves out a change to what is not there any more', () => {
    const body = outcome(
      noted,
      { commandId, type: 'note.delete', annotationId, noteId: id(20), version: 1 },
      mara,
    );
    expect(
      apply({ ...empty, people: { [mara.userId]: person(mara) } }, { actor: person(mara), at, body })
        .annotations,
    ).toEqual({});
  });

  it('changes the details of an article and gets to know who did it', () => {
    const state = run(
      empty,
      { commandId, type: 'article.change', version: 1, changes: { title: 'Harbour' } },
      editor,
    );
    expect(state.article).toMatchObject({ title: 'Harbour', version: 2 });
    expect(state.people[editor.userId]).toEqual(person(editor));
  });
});
