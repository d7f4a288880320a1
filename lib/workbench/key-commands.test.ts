import { describe, expect, it } from 'vitest';
import { allKeysOf, commandOf, keyCommandIds, keyCommands, keysOf } from './key-commands';

const bare = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

describe('key commands', () => {
  it('names every command once and gives each its own keys', () => {
    expect(keyCommands.map(({ id }) => id)).toEqual([...keyCommandIds]);
    const presses = keyCommands.flatMap((command) => command.presses.map((press) => JSON.stringify(press)));
    expect(new Set(presses).size).toBe(presses.length);
  });

  it.each([
    [{ ...bare, key: 'c' }, 'mark.claim'],
    [{ ...bare, key: 'C', shiftKey: true }, 'mark.claim'],
    [{ ...bare, key: 'p' }, 'check.propose'],
    [{ ...bare, key: 'p', ctrlKey: true }, undefined],
    [{ ...bare, key: 'Enter' }, 'note'],
    [{ ...bare, key: 'ArrowDown' }, 'sentence.next'],
    [{ ...bare, key: 'ArrowDown', shiftKey: true }, 'passage.startLater'],
    [{ ...bare, key: '?', shiftKey: true }, 'keys'],
    [{ ...bare, key: 'z', ctrlKey: true }, 'undo'],
    [{ ...bare, key: 'z', metaKey: true }, 'undo'],
    [{ ...bare, key: 'Z', ctrlKey: true, shiftKey: true }, 'redo'],
    [{ ...bare, key: 'y', ctrlKey: true }, 'redo'],
    [{ ...bare, key: 'c', ctrlKey: true }, undefined],
    [{ ...bare, key: 'c', altKey: true }, undefined],
    [{ ...bare, key: 'z' }, undefined],
    [{ ...bare, key: 'x' }, undefined],
  ])('reads %j as %s', (stroke, command) => {
    expect(commandOf(stroke, true)).toBe(command);
  });

  it('leaves only keys that are no characters when single keys are off', () => {
    expect(commandOf({ ...bare, key: 'c' }, false)).toBeUndefined();
    expect(commandOf({ ...bare, key: '?', shiftKey: true }, false)).toBeUndefined();
    expect(commandOf({ ...bare, key: 'ArrowDown' }, false)).toBe('sentence.next');
    expect(commandOf({ ...bare, key: 'z', ctrlKey: true }, false)).toBe('undo');
  });

  it('writes keys as people read them', () => {
    expect(keysOf('mark.claim', false)).toBe('C');
    expect(keysOf('undo', false)).toBe('Ctrl Z');
    expect(keysOf('redo', true)).toBe('⌘ ⇧ Z');
    expect(allKeysOf('sentence.next', false)).toEqual(['J', '↓']);
  });
});
