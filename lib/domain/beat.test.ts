import { expect, it } from 'vitest';
import { fitOf, noBeat } from './beat';
import { beatFormSchema } from './beat-schema';

const claim = { exact: 'Rents in the Old Harbour rose by 4 percent', claimTypes: ['statistic'] as const };

it.each([
  [{ types: [], topics: [] }, 0],
  [{ types: ['statistic'] as const, topics: [] }, 1],
  [{ types: ['quote'] as const, topics: ['harbour'] }, 1],
  [{ types: ['statistic'] as const, topics: ['old harbour', 'rent', 'weather'] }, 3],
  [{ types: [], topics: ['harbourmaster', '', ' – '] }, 0],
])('a beat %j fits by %i', (beat, fit) => {
  expect(fitOf(claim, beat)).toBe(fit);
});

it('finds topics in any script, and a former colleague fits nothing', () => {
  expect(fitOf({ exact: '港の成長', claimTypes: [] }, { types: [], topics: ['港'] })).toBe(1);
  expect(fitOf(claim, noBeat)).toBe(0);
});

it('is read from a form, with what is unknown left out and too much refused', () => {
  const userId = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
  const read = (types: string, topics: string) => beatFormSchema.safeParse({ userId, types, topics });
  expect(read('quote,statistic,poem', 'harbour, city budget\nharbour,').data?.beat).toEqual({
    types: ['statistic', 'quote'],
    topics: ['harbour', 'city budget'],
  });
  expect(
    read('', Array.from({ length: 21 }, (_, number) => `topic ${number}`).join()).error?.issues[0]?.path,
  ).toEqual(['topics']);
});
