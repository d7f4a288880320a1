import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inBlocks } from './in-blocks';
import { joinedPieces } from './joined-bytes';

it('is the same words in few blocks, however they come in pieces', async () => {
  const pieces = fc.array(
    fc.string({ unit: 'binary', maxLength: 8 }).map((part) => part.repeat(4_000)),
    {
      maxLength: 12,
    },
  );
  await fc.assert(
    fc.asyncProperty(pieces, async (parts) => {
      const blocks: Uint8Array[] = [];
      for await (const block of inBlocks(parts)) blocks.push(block);
      expect(Buffer.concat(blocks).toString()).toBe(Buffer.from(parts.join('')).toString());
      for (const block of blocks.slice(0, -1)) expect(block.length).toBeGreaterThanOrEqual(65_536);
    }),
    { numRuns: 20 },
  );
  expect(await joinedPieces(inBlocks([]))).toHaveLength(0);
});
