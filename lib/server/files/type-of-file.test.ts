import { describe, expect, it } from 'vitest';
import { DomainError } from '@/lib/domain/errors';
import { maxFileBytes } from '@/lib/domain/evidence-file';
import { typeOfFile } from './type-of-file';

const head = (words: string): Uint8Array => Buffer.from(words.padEnd(80, '\0'), 'latin1');

const real: readonly [string, string, string][] = [
  ['a.PNG', '\x89PNG\r\n\x1a\n', 'image/png'],
  ['a.jpg', '\xff\xd8\xff\xe0', 'image/jpeg'],
  ['a.b.jpeg', '\xff\xd8\xff\xe1', 'image/jpeg'],
  ['a.webp', 'RIFF1234WEBP', 'image/webp'],
  ['a.gif', 'GIF89a', 'image/gif'],
  ['a.pdf', '%PDF-1.7', 'application/pdf'],
  ['a.mp3', 'ID3\x04', 'audio/mpeg'],
  ['b.mp3', '\xff\xfb\x90', 'audio/mpeg'],
  ['a.m4a', '\0\0\0 ftypM4A ', 'audio/mp4'],
  ['a.ogg', 'OggS', 'audio/ogg'],
  ['a.wav', 'RIFF1234WAVE', 'audio/wav'],
];

function refusal(name: string, bytes: Uint8Array): DomainError {
  try {
    typeOfFile(name, bytes);
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error(`${name} was taken.`);
}

describe('the type of a file', () => {
  it.each(real)('of %s is told by its ending and its first bytes', (name, words, type) => {
    expect(typeOfFile(name, head(words))).toBe(type);
  });

  it('is refused where the two disagree, for every pair', () => {
    for (const [name, , type] of real)
      for (const [, words, other] of real)
        if (type !== other) expect(refusal(name, head(words)).code).toBe('INVALID');
  });

  it.each([
    ['page.html', '<script>'],
    ['drawing.svg', '<svg onload=alert(1)>'],
    ['movie.mp4', '\0\0\0 ftypisom'],
    ['noending', '\x89PNG\r\n\x1a\n'],
    ['trick.png.exe', 'MZ'],
    ['riff.webp', 'RIFF1234AVI '],
    ['layer.mp3', '\xff\xff\xff'.replace('\xff\xff', '\xff\xe0')],
  ])('of %s is refused with a sentence', (name, words) => {
    expect(refusal(name, head(words)).message).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('is refused for nothing and for too much', () => {
    expect(refusal('a.png', new Uint8Array()).message).toBe('This file is empty.');
    const large = new Uint8Array(maxFileBytes + 1);
    expect(refusal('a.png', large).code).toBe('TOO_LARGE');
  });
});
