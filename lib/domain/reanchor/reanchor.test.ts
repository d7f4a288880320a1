import { describe, expect, it } from 'vitest';
import { contextLength } from '../anchor';
import { reanchor } from './reanchor';
import type { AnchorToMove } from './reanchored';

const text = `The council met on Tuesday evening in the old town hall.

Profits rose 12 percent in the year to March, the company said in its report.

Nobody from the union was in the room when the vote was taken on Tuesday.`;

function quoteIn(whole: string, exact: string): AnchorToMove {
  const start = whole.indexOf(exact);
  const end = start + exact.length;
  return {
    start,
    end,
    exact,
    prefix: whole.slice(Math.max(0, start - contextLength), start),
    suffix: whole.slice(end, end + contextLength),
  };
}

const one = (oldText: string, newText: string, exact: string) => {
  const [became] = reanchor({ oldText, newText }, [quoteIn(oldText, exact)]);
  if (became === undefined) throw new Error('There is one answer for each passage.');
  return {
    ...became,
    words: became.state === 'orphaned' ? null : newText.slice(became.start, became.end),
  };
};

describe('Re-anchoring', () => {
  it('keeps a passage in its place when text before it changes', () => {
    const changed = text.replace('The council', 'On a cold day the full council');
    expect(one(text, changed, 'Profits rose 12 percent')).toMatchObject({
      state: 'exact',
      drift: 'unchanged',
      words: 'Profits rose 12 percent',
    });
  });

  it('says that a passage was touched when one of its words changed', () => {
    const changed = text.replace('12 percent', '21 percent');
    expect(one(text, changed, 'Profits rose 12 percent')).toMatchObject({
      state: 'touched',
      words: 'Profits rose 21 percent',
    });
  });

  it('never places a passage on the same words elsewhere', () => {
    const changed = text.replace('The council met on Tuesday evening', 'The council met last evening');
    expect(one(text, changed, 'Tuesday')).toMatchObject({ state: 'orphaned' });
  });

  it('follows a paragraph that moved', () => {
    const [first, second, third] = text.split('\n\n');
    expect(one(text, [second, third, first].join('\n\n'), 'old town hall').words).toBe('old town hall');
  });

  it('orphans a deleted passage and offers what came instead', () => {
    const changed = text.replace('Tuesday evening', 'Wednesday');
    const became = one(text, changed, 'Tuesday evening');
    expect(became).toMatchObject({ state: 'orphaned', words: null });
    if (became.state !== 'orphaned') return;
    const [best] = became.candidates;
    expect(changed.slice(best?.start, best?.end)).toBe('Wednesday');
  });

  it('takes steps at their word only when they lead from the one text to the other', () => {
    const twice = 'Yes, they said.\nYes, they said.\n';
    const newText = 'Yes, they said.\n';
    const second = { ...quoteIn(twice, 'Yes'), start: 16, end: 19 };
    const steps = [{ from: 0, to: 16, inserted: '' }];
    expect(reanchor({ oldText: twice, newText, steps }, [second])).toMatchObject([
      { state: 'exact', start: 0, end: 3, method: 'steps' },
    ]);
    const wrong = [{ from: 0, to: 15, inserted: '' }];
    expect(reanchor({ oldText: twice, newText, steps: wrong }, [second])).toMatchObject([
      { state: 'orphaned' },
    ]);
  });

  it('sees that a number was made longer at the edge of a passage', () => {
    const newText = text.replace('12 percent', '112 percent');
    const steps = [{ from: text.indexOf('12 percent'), to: text.indexOf('12 percent'), inserted: '1' }];
    const [became] = reanchor({ oldText: text, newText, steps }, [quoteIn(text, '12 percent')]);
    expect(became).toMatchObject({ state: 'touched' });
  });
});
