import { describe, expect, it } from 'vitest';
import { blankSignOffDraft, readSignOffDraft, waiversOf } from './sign-off-draft';

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

describe('a kept draft', () => {
  it('is what was typed', () => {
    const draft = { ...blankSignOffDraft, reason: 'Typed.' };
    expect(readSignOffDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  it.each([null, [], { chosen: 'all' }])('is blank where %j stands in its place', (kept) => {
    expect(readSignOffDraft(kept)).toEqual(blankSignOffDraft);
  });
});
