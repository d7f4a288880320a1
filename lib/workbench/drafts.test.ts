import { describe, expect, it, vi } from 'vitest';
import { plainToRichText } from '@/lib/domain/rich-text';
import { createDrafts, type Draft } from './drafts';

/** A storage as browsers have it; `full` makes it refuse. */
function memoryStorage(full = false): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      entries.set(key, value);
    },
    removeItem: (key) => {
      entries.delete(key);
    },
    clear: () => entries.clear(),
  };
}

const note = (itemId: string, words: string, parts: Partial<Draft> = {}): Draft =>
  ({
    kind: 'note',
    annotationId: 'a',
    itemId,
    base: null,
    values: plainToRichText(words),
    state: 'writing',
    message: null,
    ...parts,
  }) as Draft; // Partial of a union loses its discriminant

describe('createDrafts', () => {
  it('gives drafts back after a reload', () => {
    const storage = memoryStorage();
    createDrafts(storage, 'ada').write(note('1', 'half a thou'));
    expect(createDrafts(storage, 'ada').of('a')).toEqual([note('1', 'half a thou')]);
  });

  it('shows nobody the drafts of another person in the same tab', () => {
    const storage = memoryStorage();
    createDrafts(storage, 'ada').write(note('1', 'secret'));
    expect(createDrafts(storage, 'ben').of('a')).toEqual([]);
  });

  it('makes a draft again of what was on its way when the page went', () => {
    const storage = memoryStorage();
    createDrafts(storage, 'ada').write(note('1', 'sent', { state: 'sent' }));
    expect(createDrafts(storage, 'ada').of('a')[0]?.state).toBe('writing');
  });

  it('keeps a refusal with its sentence', () => {
    const storage = memoryStorage();
    createDrafts(storage, 'ada').write(note('1', 'late', { state: 'refused', message: 'Too late.' }));
    expect(createDrafts(storage, 'ada').of('a')[0]?.message).toBe('Too late.');
  });

  it('replaces the same draft in its place and keeps others', () => {
    const drafts = createDrafts(memoryStorage(), 'ada');
    drafts.write(note('1', 'one'));
    drafts.write(note('2', 'two'));
    drafts.write(note('1', 'one more'));
    expect(drafts.of('a')).toEqual([note('1', 'one more'), note('2', 'two')]);
  });

  it('leaves nothing in the storage once the last draft is gone', () => {
    const storage = memoryStorage();
    const drafts = createDrafts(storage, 'ada');
    drafts.write(note('1', 'one'));
    drafts.remove(note('1', ''));
    expect(drafts.of('a')).toEqual([]);
    expect(storage.length).toBe(0);
  });

  it('gives the same array until something changes, and tells listeners when it does', () => {
    const drafts = createDrafts(memoryStorage(), 'ada');
    drafts.write(note('1', 'one'));
    const before = drafts.of('a');
    expect(drafts.of('a')).toBe(before);
    const listener = vi.fn();
    const stop = drafts.subscribe(listener);
    drafts.write(note('1', 'two'));
    stop();
    drafts.write(note('1', 'three'));
    expect(listener).toHaveBeenCalledTimes(1);
    expect(drafts.of('a')).not.toBe(before);
  });

  it('keeps drafts in memory when the storage refuses', () => {
    const drafts = createDrafts(memoryStorage(true), 'ada');
    drafts.write(note('1', 'one'));
    expect(drafts.of('a')).toHaveLength(1);
  });

  it('leaves out what it did not write', () => {
    const storage = memoryStorage();
    storage.setItem('galley.draft.ada.a', '[{"kind":"note"}, 7]');
    storage.setItem('galley.draft.ada.b', 'not json');
    const drafts = createDrafts(storage, 'ada');
    expect([...drafts.of('a'), ...drafts.of('b')]).toEqual([]);
  });
});
