import { describe, expect, it } from 'vitest';
import { annotationOn, id, lou, mara } from '@/lib/workbench/testing/build-state';
import { possibleCommands, type Situation } from './possible-commands';

const claim = annotationOn('412 million', { id: id(10) });
const nothing: Situation = {
  actor: mara,
  active: undefined,
  hasSelection: false,
  hasCursor: false,
  hasGaps: false,
  hasAnnotations: false,
  canUndo: false,
  canRedo: false,
  hasNews: false,
};
const viewer = { ...mara, role: 'viewer' as const };

describe('commands that are possible now', () => {
  it.each<[string, Partial<Situation>, readonly string[], readonly string[]]>([
    [
      'without anything',
      {},
      ['sentence.next'],
      ['mark.claim', 'note', 'gap.next', 'undo', 'leave', 'palette'],
    ],
    [
      'with words selected',
      { hasSelection: true },
      ['mark.claim', 'note', 'passage.grow'],
      ['passage.endLater'],
    ],
    ['at the cursor', { hasCursor: true }, ['mark.opinion', 'passage.endLater'], ['annotation.usePassage']],
    [
      'with a card open',
      { active: claim },
      ['mark.opinion', 'note', 'annotation.delete', 'check.take', 'check.propose', 'leave'],
      ['mark.claim', 'annotation.usePassage', 'annotation.repeat', 'check.review', 'check.recheck'],
    ],
    [
      'with a card open and words selected',
      { active: claim, hasSelection: true },
      ['mark.claim', 'annotation.usePassage', 'annotation.repeat'],
      [],
    ],
    [
      'with a repetition open',
      { active: { ...claim, repeatsId: id(11) } },
      ['annotation.delete'],
      ['check.take', 'check.propose'],
    ],
    ['with a colleague’s card open', { actor: lou, active: claim }, ['mark.opinion'], ['annotation.delete']],
    [
      'for a viewer',
      { actor: viewer, hasSelection: true, active: claim },
      ['sentence.next', 'leave'],
      ['mark.claim', 'note', 'annotation.repeat', 'annotation.delete', 'check.take', 'check.propose'],
    ],
    ['after an act', { canUndo: true, canRedo: true, hasGaps: true }, ['undo', 'redo', 'gap.next'], []],
  ])('%s', (_name, changes, offered, left) => {
    const possible: readonly string[] = possibleCommands({ ...nothing, ...changes });
    expect(offered.filter((command) => !possible.includes(command))).toEqual([]);
    expect(left.filter((command) => possible.includes(command))).toEqual([]);
  });
});
