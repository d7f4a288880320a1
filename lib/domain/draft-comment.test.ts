import { describe, expect, it } from 'vitest';
import { placeComment } from './draft-comment';
import { processorMs } from './testing/processor-time';
import { cutText } from './text/cut-text';

const about = (exact: string, prefix = '', suffix = '') => ({ quote: { exact, prefix, suffix } });

describe('placeComment', () => {
  it('takes the place with most of the words around it, also behind a thousand others', () => {
    const others = 'The port grew. '.repeat(5_000);
    const text = `${others}Nobody knows whether the port grew. In the north the port grew fast.`;
    expect(placeComment(text, about('The port grew', 'port grew. ', '. Nobody'))).toEqual({
      start: others.length - 15,
      end: others.length - 2,
    });
    const north = text.lastIndexOf('the port grew');
    expect(placeComment(text, about('the port grew', 'In the north ', ' fast'))?.start).toBe(north);
    expect(placeComment(text, about('the port grew', 'gone words ', ' fast'))?.start).toBe(north);
    expect(placeComment(text, about('the port shrank'))).toBeNull();
  });

  it('takes no time out of proportion, whatever stands there', () => {
    const text = 'a'.repeat(2_500_000);
    const began = processorMs();
    expect(placeComment(text, about(`b${'a'.repeat(99_999)}`, 'aaaa', 'aaaa'))).toBeNull();
    expect(placeComment(text, about(`${'a'.repeat(99_999)}b`, 'aaaa', 'aaaa'))).toBeNull();
    expect(placeComment(text, about('a'.repeat(100_000), 'aaaa', 'aaaa'))).not.toBeNull();
    expect(processorMs() - began).toBeLessThan(5_000);
  });
});

describe('cutText', () => {
  it('never leaves half of a character', () => {
    expect(cutText('ab😀', 3)).toBe('ab');
    expect(cutText('ab😀', 4)).toBe('ab😀');
    expect(cutText('abc', 2)).toBe('ab');
  });
});
