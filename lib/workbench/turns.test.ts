import { describe, expect, it } from 'vitest';
import { createTurns } from './turns';

describe('turns', () => {
  it('takes answers in the order of their questions, whichever comes first', () => {
    const ask = createTurns();
    const [first, second, third] = [ask(), ask(), ask()];
    expect(second()).toBe(true);
    expect(first()).toBe(false);
    expect(third()).toBe(true);
    expect(ask()()).toBe(true);
  });
});
