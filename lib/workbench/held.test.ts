import { describe, expect, it } from 'vitest';
import type { ArticleEvent, EventBody } from '@/lib/domain/events';
import { hold, holdChanged, nothingHeld, release, withHeld } from './held';
import { annotationOn, at, buildState, id, lou, mara, revisionId } from './testing/build-state';

const mine = annotationOn('412 million', { id: id(10) });
const { annotations } = buildState([mine]);
const theirs = annotationOn('190 million', { id: id(11), author: lou });

function eventBy(actor: { userId: string; name: string }, body: EventBody): ArticleEvent {
  const { userId, name } = actor;
  return {
    articleId: id(900),
    seq: 2,
    commandId: id(300),
    actor: { id: userId, name },
    revisionId,
    at: at(9),
    body,
  };
}

const created = eventBy(lou, { type: 'annotation.created', annotation: theirs });
const deleted = eventBy(lou, { type: 'annotation.deleted', annotationId: mine.id, version: 2 });
const changed = { ...mine, mark: 'opinion' as const, version: 2 };

describe('what colleagues did', () => {
  it('stays out of the margin until it is applied', () => {
    const held = hold(nothingHeld, annotations, [created], mara.userId);
    const after = { ...annotations, [theirs.id]: theirs };
    expect(withHeld(after, held)).toEqual(annotations);
    expect(withHeld(after, release(held))).toBe(after);
  });

  it('leaves a card as it was, also one whose mark was deleted', () => {
    expect(withHeld({}, hold(nothingHeld, annotations, [deleted], mara.userId))).toEqual(annotations);
  });

  it('is held as it was before the first of several changes', () => {
    const first = hold(nothingHeld, annotations, [deleted], mara.userId);
    const second = hold(first, { [mine.id]: changed }, [deleted], mara.userId);
    expect(second).toBe(first);
    expect(withHeld({ [mine.id]: changed }, second)).toEqual(annotations);
  });

  it('is let go of annotation by annotation', () => {
    const held = hold(nothingHeld, annotations, [created, deleted], mara.userId);
    expect([...release(held, [mine.id]).keys()]).toEqual([theirs.id]);
    expect(release(held, [id(99)])).toBe(held);
  });
});

it('never holds back one’s own changes', () => {
  expect(hold(nothingHeld, annotations, [created], lou.userId)).toBe(nothingHeld);
});

it('costs nothing while nothing is held', () => {
  expect(withHeld(annotations, nothingHeld)).toBe(annotations);
});

it('holds back all that is different when the article was read anew', () => {
  const after = { [mine.id]: { ...mine }, [theirs.id]: theirs };
  const held = holdChanged(nothingHeld, annotations, after);
  expect([...held.keys()]).toEqual([theirs.id]);
  expect(withHeld(after, held)).toEqual(annotations);
  expect(holdChanged(held, annotations, after)).toBe(held);
});
