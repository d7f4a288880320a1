import { describe, expect, it } from 'vitest';
import { blankSignOffDraft, signOffShelf, waiversOf } from './sign-off-draft';

const gaps = [
  { start: 0, end: 5 },
  { start: 6, end: 9 },
  { start: 10, end: 20 },
];

describe('the waivers of a draft', () => {
  it('give each chosen gap its own reason, else the one for all', () => {
    const draft = {
      ...blankSignOffDraft,
      chosen: [0, 10],
      reason: ' A caption. ',
      ownReasons: { 10: 'A link.', 6: 'Not chosen.' },
    };
    expect(waiversOf(draft, gaps)).toEqual([
      { start: 0, end: 5, reason: 'A caption.' },
      { start: 10, end: 20, reason: 'A link.' },
    ]);
  });

  it('leave out what somebody has decided meanwhile', () => {
    const draft = { ...blankSignOffDraft, chosen: [0, 6], reason: 'So.' };
    expect(waiversOf(draft, gaps.slice(1))).toEqual([{ start: 6, end: 9, reason: 'So.' }]);
  });

  it('say with an empty reason that one is missing', () => {
    expect(waiversOf({ ...blankSignOffDraft, chosen: [0], ownReasons: { 0: '  ' } }, gaps)).toEqual([
      { start: 0, end: 5, reason: '' },
    ]);
  });
});

describe('the shelf', () => {
  const storage = (): Storage => {
    const kept = new Map<string, string>();
    return {
      get length() {
        return kept.size;
      },
      clear: () => kept.clear(),
      key: (index) => [...kept.keys()][index] ?? null,
      getItem: (key) => kept.get(key) ?? null,
      removeItem: (key) => void kept.delete(key),
      setItem: (key, value) => void kept.set(key, value),
    };
  };

  it('gives back what was typed, to the same person on the same article only', () => {
    const at = storage();
    const draft = { ...blankSignOffDraft, reason: 'Typed.' };
    signOffShelf(at, 'u', 'a').write(draft);
    expect(signOffShelf(at, 'u', 'a').read()).toEqual(draft);
    expect(signOffShelf(at, 'v', 'a').read()).toEqual(blankSignOffDraft);
    expect(signOffShelf(at, 'u', 'b').read()).toEqual(blankSignOffDraft);
    signOffShelf(at, 'u', 'a').write(blankSignOffDraft);
    expect(at.length).toBe(0);
  });

  it.each(['{', '[]', '{"chosen":"all"}'])('takes %s for no draft', (kept) => {
    const at = storage();
    at.setItem('galley.sign-off.u.a', kept);
    expect(signOffShelf(at, 'u', 'a').read()).toEqual(blankSignOffDraft);
  });
});
