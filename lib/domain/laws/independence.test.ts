import { describe, expect, it } from 'vitest';
import { originWarning, sharedOrigin } from './independence';

type Piece = Parameters<typeof sharedOrigin>[0][number];

const piece = (changes: Partial<Piece> = {}): Piece => ({
  stance: 'supports',
  independenceGroup: null,
  address: null,
  sourceId: null,
  ...changes,
});
const reuters = piece({ independenceGroup: 'Reuters', address: 'https://one.example/a' });
const at = (address: string, changes: Partial<Piece> = {}) => piece({ address, ...changes });

describe('what supporting evidence goes back to', () => {
  it.each<[string, readonly Piece[], string | undefined]>([
    ['nothing', [], undefined],
    ['one piece', [reuters], undefined],
    ['two of one group', [reuters, piece({ independenceGroup: ' reuters ' })], '“Reuters”'],
    ['a group and none', [reuters, piece()], undefined],
    ['two groups', [reuters, piece({ independenceGroup: 'AP' })], undefined],
    [
      'two groups on one site',
      [
        at('https://archive.example/1', { independenceGroup: 'A' }),
        at('https://archive.example/2', { independenceGroup: 'B' }),
      ],
      undefined,
    ],
    [
      'one site, with and without www',
      [at('https://www.port.example/a'), at('http://port.example/b')],
      'port.example',
    ],
    [
      'one site, one of them with a group',
      [at('https://port.example/a', { independenceGroup: 'Port' }), at('https://port.example/b')],
      'port.example',
    ],
    ['two sites', [at('https://port.example/a'), at('https://data.port.example/b')], undefined],
    ['a site and a book', [at('https://port.example/a'), piece()], undefined],
    ['one source', [piece({ sourceId: 's' }), piece({ sourceId: 's' })], 'one source of the library'],
    ['two sources', [piece({ sourceId: 's' }), piece({ sourceId: 't' })], undefined],
    ['no address at all', [piece(), piece()], undefined],
    ['one that supports and one that refutes', [reuters, { ...reuters, stance: 'refutes' }], undefined],
    [
      'three of one group and one against',
      [reuters, reuters, reuters, piece({ stance: 'refutes' })],
      '“Reuters”',
    ],
  ])('is said of %s', (_, evidence, origin) => {
    expect(sharedOrigin(evidence)).toBe(origin);
    expect(originWarning(evidence)).toBe(
      origin && `All supporting evidence goes back to ${origin}: the pieces do not confirm each other.`,
    );
  });
});
