import { expect, it } from 'vitest';
import { type EvidenceFile, kindOfFile, maxFileBytes, sizeText, withCapture } from './evidence-file';
import { evidenceFileSchema } from './evidence-file-schema';

const file: EvidenceFile = {
  id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
  name: 'page 6.png',
  type: 'image/png',
  bytes: 1_234_567,
  sha256: 'a'.repeat(64),
};

it.each([
  [999, '999 bytes'],
  [1_499, '1 kB'],
  [1_234_567, '1.2 MB'],
])('says %i bytes as %s', (bytes, words) => {
  expect(sizeText(bytes)).toBe(words);
});

it.each([
  [{ bytes: 0 }],
  [{ bytes: maxFileBytes + 1 }],
  [{ type: 'image/svg+xml' }],
  [{ name: '' }],
  [{ sha256: 'short' }],
])('refuses %o', (changes) => {
  expect(evidenceFileSchema.safeParse(file).success).toBe(true);
  expect(evidenceFileSchema.safeParse({ ...file, ...changes }).success).toBe(false);
});

it('takes the capture hash from the file, and leaves it alone without one', () => {
  expect(withCapture({ file, captureHash: null })).toEqual({ file, captureHash: file.sha256 });
  expect(withCapture({ file: null, captureHash: 'b' })).toEqual({ file: null, captureHash: 'b' });
  expect(withCapture({ captureHash: 'b' })).toEqual({ captureHash: 'b' });
});

it('knows what can be shown and what can only be opened', () => {
  expect(kindOfFile('image/gif')).toBe('image');
  expect(kindOfFile('audio/wav')).toBe('audio');
  expect(kindOfFile('application/pdf')).toBe('document');
});
