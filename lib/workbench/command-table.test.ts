import { describe, expect, it } from 'vitest';
import { commandAt, commandTable, placeOf, waysToPress } from './command-table';
import { deskCommandIds, deskCommands } from './desk-commands';

const bare = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

describe('the one table of commands', () => {
  it('names every command once, and every press means one thing in its place', () => {
    const ids = commandTable.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(deskCommands.map(({ id }) => id)).toEqual([...deskCommandIds]);
    const presses = commandTable.flatMap(({ group, presses }) =>
      presses.map((press) => `${placeOf(group)} ${JSON.stringify(press)}`),
    );
    expect(new Set(presses).size).toBe(presses.length);
  });

  it('lets nothing that applies everywhere hide a key of a place', () => {
    const everywhere = commandTable.filter(({ group }) => placeOf(group) === 'everywhere');
    const taken = new Set(everywhere.flatMap(({ presses }) => presses.map((press) => JSON.stringify(press))));
    for (const { id, group, presses } of commandTable) {
      if (placeOf(group) === 'everywhere') continue;
      expect(
        presses.filter((press) => taken.has(JSON.stringify(press))),
        id,
      ).toEqual([]);
    }
  });

  it.each([
    ['articles', { ...bare, key: 'j' }, 'list.next'],
    ['queue', { ...bare, key: 'J' }, 'queue.next'],
    ['workbench', { ...bare, key: 'j' }, 'sentence.next'],
    ['queue', { ...bare, key: '/' }, undefined],
    ['queue', { ...bare, key: 'ArrowDown', shiftKey: true }, 'queue.selectDown'],
    ['sources', { ...bare, key: '/' }, 'sources.search'],
    ['everywhere', { ...bare, key: 'k', ctrlKey: true }, 'palette'],
    ['everywhere', { ...bare, key: 'k', metaKey: true }, 'palette'],
    ['everywhere', { ...bare, key: '?', shiftKey: true }, 'keys'],
    ['everywhere', { ...bare, key: 'k' }, undefined],
    ['queue', { ...bare, key: 'j', altKey: true }, undefined],
    ['queue', { ...bare, key: 'j', ctrlKey: true }, undefined],
  ] as const)('on %s reads %j as %s', (place, stroke, id) => {
    expect(commandAt(place, stroke, true)).toBe(id);
  });

  it('leaves keys that are no characters when single keys are off', () => {
    expect(commandAt('queue', { ...bare, key: 'j' }, false)).toBeUndefined();
    expect(commandAt('queue', { ...bare, key: 'Enter' }, false)).toBe('queue.open');
    expect(commandAt('everywhere', { ...bare, key: 'k', ctrlKey: true }, false)).toBe('palette');
  });

  it('writes keys as people read them', () => {
    expect(waysToPress('palette', false)).toEqual(['Ctrl K']);
    expect(waysToPress('palette', true)).toEqual(['⌘ K']);
    expect(waysToPress('list.search', false)).toEqual(['/']);
  });
});
