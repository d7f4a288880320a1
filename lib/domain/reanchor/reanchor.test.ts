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

  it('orphans a deleted passage and offers what came instead', () => {
    const changed = text.replace('Tuesday evening', 'Wednesday');
    const became = one(text, changed, 'Tuesday evening');
    expect(became).toMatchObject({ state: 'orphaned', words: null });
    if (became.state !== 'orphaned') return;
    const [best] = became.candidates;
    expect(changed.slice(best?.start, best?.end)).toBe('Wednesday');
  });

  it('takes no copy for the passage when the first was changed beside it', () => {
    const said = 'Rents in the port rose by 12 percent in March, said the office.';
    const after = '\n\nNobody in the council had asked for these figures before the vote.';
    const changed = `${said} ${said.replace('12', '21')}${after}`;
    for (const passage of [said, '12 percent']) {
      const became = one(said + after, changed, passage);
      expect(became).toMatchObject({ state: 'orphaned', drift: 'moved' });
      if (became.state !== 'orphaned') continue;
      const [best, next] = became.candidates;
      expect(changed.slice(best?.start, best?.end)).toBe(passage);
      expect(changed.slice(next?.start, next?.end)).toContain('21 percent');
    }
  });

  it('takes no passage that stands twice at an edge of what changed for the one that was meant', () => {
    const oldText = '漢字 नमस्ते the the नमस्ते the नमस्ते the the ';
    const newText = 'नमस्ते漢字 नमस्ते the the नमस्ते漢theनमस्ते the the नमस्ते the नमस्ते the the ';
    expect(one(oldText, newText, '漢')).toMatchObject({ state: 'orphaned' });
  });

  it('follows no few words into another sentence', () => {
    const [first, second, third] = text.split('\n\n');
    const before = [first, 'They paid five crowns each in cash.', second, third].join('\n\n');
    const after = [
      first,
      second,
      third?.replace('when', 'where they paid five crowns each in cash when'),
    ].join('\n\n');
    const became = one(before, after, 'paid five crowns');
    expect(became).toMatchObject({ state: 'orphaned' });
    if (became.state !== 'orphaned') return;
    expect(after.slice(became.candidates[0]?.start, became.candidates[0]?.end)).toBe('paid five crowns');
  });

  it('says moved of a block that stands once in both texts, and asks when it stands twice', () => {
    const [first, second, third] = text.split('\n\n');
    const moved = one(text, [second, third, first].join('\n\n'), 'old town hall');
    expect(moved).toMatchObject({ state: 'moved', drift: 'moved', words: 'old town hall' });
    const twice = one(text, [second, first, third, first].join('\n\n'), 'old town hall');
    expect(twice.state).toBe('orphaned');
  });

  it('believes words that known steps put back when much stands around them, and no others', () => {
    const whole = (newText: string) => [
      { from: 0, to: text.length, inserted: '' },
      { from: 0, to: 0, inserted: newText },
    ];
    const anew = text.replace('12 percent', '21 percent');
    const answers = reanchor({ oldText: text, newText: anew, steps: whole(anew) }, [
      quoteIn(text, 'Tuesday'),
    ]);
    expect(answers).toMatchObject([{ state: 'exact', method: 'alignment' }]);
    const short = 'The vote was on Tuesday. They met on Tuesday.';
    const cut = 'The vote was on Tuesday. They met on Monday.';
    const steps = [
      { from: 0, to: short.length, inserted: '' },
      { from: 0, to: 0, inserted: cut },
    ];
    const [became] = reanchor({ oldText: short, newText: cut, steps }, [quoteIn(short, 'Tuesday')]);
    expect(became).toMatchObject({ state: 'orphaned' });
  });

  it('finds an orphaned passage again when its words are back beyond doubt', () => {
    const lost = { ...quoteIn(text, 'Profits rose 12 percent in the year to March'), state: 'orphaned' };
    const without = 'The council met.';
    expect(reanchor({ oldText: without, newText: text }, [lost])).toMatchObject([
      { state: 'moved', method: 'quote', start: lost.start, end: lost.end },
    ]);
    const short = { ...quoteIn(text, 'Profits'), prefix: '', suffix: '', state: 'orphaned' };
    expect(reanchor({ oldText: without, newText: text }, [short])).toMatchObject([{ state: 'orphaned' }]);
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
