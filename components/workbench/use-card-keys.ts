'use client';

import type { KeyboardEvent } from 'react';
import { type Annotation, marks } from '@/lib/domain/annotation';
import { can } from '@/lib/domain/policy';
import { type CardKeyId, commandOf, type KeyCommandId } from '@/lib/workbench/key-commands';
import { useActs } from './use-acts';
import { useSingleKeys } from './use-single-keys';
import { useWorkbench } from './workbench-context';

/**
 * The keys of a closed card that has the focus: they act on it, not on the card that is open. The keys of the
 * open card are those of the workbench.
 */
export function useCardKeys(annotation: Annotation): (event: KeyboardEvent) => void {
  const { actor, setActive, requestCheck } = useWorkbench();
  const { changeMark, remove } = useActs(annotation);
  const [singleKeys] = useSingleKeys();
  const { id: annotationId, authorId } = annotation;

  return (event) => {
    if (!(event.target instanceof Element) || !event.target.matches('[data-card-toggle]')) return;
    const command = commandOf(event.nativeEvent, singleKeys);
    if (isCardKey(command)) {
      event.preventDefault();
      setActive(annotationId, 'key');
      requestCheck({ annotationId, key: command });
      return;
    }
    const mark = marks.find((candidate) => command === `mark.${candidate}`);
    if (mark === undefined && command !== 'annotation.delete') return;
    event.preventDefault();
    if (mark !== undefined) {
      if (can(actor, 'annotation.change', { authorId }).allowed) changeMark(mark);
    } else if (can(actor, 'annotation.delete', { authorId }).allowed) remove();
  };
}

const isCardKey = (command: KeyCommandId | undefined): command is CardKeyId =>
  command === 'anchor.accept' || (command?.startsWith('check.') ?? false);
