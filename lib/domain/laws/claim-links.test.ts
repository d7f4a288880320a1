import { describe, expect, it } from 'vitest';
import type { Actor } from '../actor';
import { type ArticleState, apply } from '../apply';
import type { Command } from '../commands';
import { bareArticle } from '../testing/bare-article';
import { checkActs, refusalOfAct } from './check-laws';
import { linksOf } from './claim-links';
import { decide, type Given } from './decide';
import { givenIn } from './given-in';

const at = '2026-03-03T14:02:00.000Z';
const id = (digit: number): string => `00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`;
const edda: Actor = { userId: id(901), name: 'Edda', teamId: id(900), role: 'editor' };
const text = 'The port grew by 40 percent and the union is against it.';

const empty = bareArticle({ id: id(1), text, by: edda.userId, at, revision: { id: id(2) } });

type Link = { readonly partOfId?: string; readonly repeatsId?: string };
type Changes = Extract<Command, { type: 'annotation.change' }>['changes'];

const mark = (annotationId: string, link: Link = {}): Command => ({
  commandId: id(100),
  type: 'annotation.create',
  annotationId,
  revisionId: id(2),
  mark: 'claim',
  passage: { start: 0, end: 27 },
  ...link,
});
const change = (annotationId: string, changes: Changes, version = 1): Command => ({
  commandId: id(100),
  type: 'annotation.change',
  annotationId,
  version,
  changes,
});

function run(state: ArticleState, command: Command, removed?: Given['removed']): ArticleState {
  const body = decide(command, givenIn(command, state, { actor: edda, at, removed }));
  return apply(state, { actor: { id: edda.userId, name: edda.name }, at, body });
}

const [whole, part, again, other] = [id(10), id(11), id(12), id(13)];
const linked = [
  mark(whole),
  mark(part, { partOfId: whole }),
  mark(again, { repeatsId: part }),
  mark(other),
].reduce<ArticleState>((state, command) => run(state, command), empty);
const of = (state: ArticleState, annotationId: string) => {
  const annotation = state.annotations[annotationId];
  if (annotation === undefined) throw new Error('It is gone.');
  return annotation;
};

describe('parts and repetitions', () => {
  it('hang on their claim', () => {
    const all = Object.values(linked.annotations);
    expect(linksOf(whole, all).parts.map((one) => one.id)).toEqual([part]);
    expect(linksOf(part, all).repetitions.map((one) => one.id)).toEqual([again]);
    expect(linksOf(other, all)).toEqual({ parts: [], repetitions: [] });
  });

  it.each<[string, Command, string]>([
    ['of itself', change(other, { partOfId: other }), 'cannot be linked to itself'],
    ['of what is gone', mark(id(14), { repeatsId: id(99) }), 'not there any more'],
    ['of a part', mark(id(14), { partOfId: part }), 'part of the whole claim'],
    ['of a repetition', mark(id(14), { repeatsId: again }), 'only repeats a claim'],
    ['that has parts itself', change(whole, { partOfId: other }), 'Unlink them first'],
    ['that is a part already', change(part, { repeatsId: whole }), 'not both'],
  ])('refuses a link %s', (_name, command, sentence) => {
    expect(() => run(linked, command)).toThrow(sentence);
  });

  it('refuses to make a repetition of a claim whose check has begun', () => {
    const begun = run(linked, {
      commandId: id(100),
      type: 'check.begin',
      annotationId: other,
      version: 1,
    });
    expect(() => run(begun, change(other, { repeatsId: whole }))).toThrow('has begun');
    expect(of(run(begun, change(other, { partOfId: whole })), other).partOfId).toBe(whole);
  });

  it('keeps the parts of a deleted compound as claims, and links them again when it is restored', () => {
    const gone = run(linked, {
      commandId: id(100),
      type: 'annotation.delete',
      annotationId: whole,
      version: 1,
    });
    expect(gone.annotations[whole]).toBeUndefined();
    expect(of(gone, part)).toMatchObject({ mark: 'claim', partOfId: whole });
    const back = run(
      gone,
      { commandId: id(100), type: 'annotation.restore', annotationId: whole, version: 2 },
      { annotation: { ...of(linked, whole), version: 2 } },
    );
    expect(linksOf(whole, Object.values(back.annotations)).parts.map((one) => one.id)).toEqual([part]);
    expect(of(run(gone, change(part, { partOfId: null })), part).partOfId).toBeNull();
  });

  it.each(checkActs)('refuses “%s” on a repetition and says where to check', (act) => {
    expect(refusalOfAct(act, edda, of(linked, again))).toContain('Check the claim that it repeats.');
    expect(refusalOfAct(act, edda, of(linked, part)) ?? '').not.toContain('repeats');
  });
});
