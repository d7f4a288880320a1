import { describe, expect, it } from 'vitest';
import { isHeldBack, readRevisionPairs, revisionPairsFile, tallyOf } from '../testing/revision-pairs';

const pairs = readRevisionPairs();
const absent = `There is no corpus of revisions at ${revisionPairsFile}: nothing to measure.`;

describe.skipIf(pairs === undefined)(pairs === undefined ? absent : 'Real revisions of posts', () => {
  it.each([
    ['that the ladder was made with', false],
    ['that were held back', true],
  ])('%s keep, touch and lose their passages as they should', { timeout: 60_000 }, (_, isHeld) => {
    const tally = tallyOf((pairs ?? []).filter((pair) => isHeldBack(pair) === isHeld));
    expect(tally.pairs).toBeGreaterThan(0);
    expect(tally.keptExactly / tally.kept).toBeGreaterThanOrEqual(0.995);
    expect(tally.touchedSaid).toBe(tally.touched);
    expect(tally.silentWrong).toBe(0);
  });
});
