import { describe, expect, it } from 'vitest';
import { processorMs } from '../testing/processor-time';
import { findUnseenSigns } from './unseen-signs';

describe('the characters of a text that nobody sees', () => {
  it('are found where they stand', () => {
    expect(findUnseenSigns('pay\u200bpal \u202eevil\u202c so\u00adft \u{e0041}')).toEqual([
      { start: 3, sign: '\u200b' },
      { start: 8, sign: '\u202e' },
      { start: 13, sign: '\u202c' },
      { start: 17, sign: '\u00ad' },
      { start: 21, sign: '\u{e0041}' },
    ]);
    expect(findUnseenSigns('a\u0007b\u0085c').map(({ start }) => start)).toEqual([1, 3]);
  });

  it.each([
    'plain words\tand\nlines',
    '👩\u200d👩\u200d👧 and 🏳\ufe0f\u200d🌈',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    'می\u200cخواهم',
    'क्\u200dष',
    '\u0600\u0661',
  ])('are none in %j, whose writing needs them or shows them', (text) =>
    expect(findUnseenSigns(text)).toEqual([]),
  );

  it('are told apart where a text needs some and not others', () => {
    expect(findUnseenSigns('👩\u200d👧 x\u200dy می\u200cخواهم').map(({ start }) => start)).toEqual([7]);
  });

  it('are found in a text full of them in a time that grows with it', () => {
    const began = processorMs();
    expect(findUnseenSigns('\u200ba'.repeat(200_000))).toHaveLength(200_000);
    expect(processorMs() - began).toBeLessThan(2_000);
  });
});
