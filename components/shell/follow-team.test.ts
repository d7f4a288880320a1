import { expect, it, vi } from 'vitest';
import type { PersonNews } from '@/lib/domain/stream';
import type { Line } from '@/lib/workbench/line';
import { followTeam } from './follow-team';

/** A line over which a test speaks; `before` is the mark that other tabs have heard already. */
function setUp({ isLive = false, before }: { readonly isLive?: boolean; readonly before?: string } = {}) {
  let rules = (_: string): void => {};
  let counts = (_: PersonNews): void => {};
  const line: Pick<Line, 'onRules' | 'onCounts'> = {
    onRules(listener) {
      rules = listener;
      if (before !== undefined) listener(before);
      return () => (rules = () => {});
    },
    onCounts(listener) {
      counts = listener;
      return () => (counts = () => {});
    },
  };
  const draw = vi.fn();
  const stop = followTeam(line, { role: 'editor', teamMark: 'drawn' }, isLive, draw);
  const say = (mark: string) => rules(mark);
  return { draw, stop, say, role: (role: PersonNews['role']) => counts({ inbox: 0, queue: 0, role }) };
}

it('draws a page anew whose rules or names changed before the stream began', () => {
  const { draw, say } = setUp();
  say('changed meanwhile');
  expect(draw).toHaveBeenCalledTimes(1);
  say('changed meanwhile');
  expect(draw).toHaveBeenCalledTimes(1);
  say('changed again');
  expect(draw).toHaveBeenCalledTimes(2);
});

it('draws it anew by what the other tabs have heard, and not when that is what it was drawn with', () => {
  expect(setUp({ before: 'changed meanwhile' }).draw).toHaveBeenCalledTimes(1);
  const { draw, say } = setUp({ before: 'drawn' });
  say('drawn');
  expect(draw).not.toHaveBeenCalled();
});

it('leaves a page alone that is live by itself, but for another role of its person', () => {
  const { draw, say, role, stop } = setUp({ isLive: true });
  say('changed');
  expect(draw).not.toHaveBeenCalled();
  role('viewer');
  role('viewer');
  expect(draw).toHaveBeenCalledTimes(1);
  stop();
  role('owner');
  expect(draw).toHaveBeenCalledTimes(1);
});
