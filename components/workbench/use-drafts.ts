'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { openSecondChecks } from '@/lib/domain/check';
import type { CommandAnswer } from '@/lib/domain/commands';
import { newId } from '@/lib/domain/new-id';
import { type Draft, type DraftKey, draftsOf, none } from '@/lib/workbench/drafts';
import { messages } from '../messages';
import { useToast } from '../ui/Toast';
import { type CommandWithoutId, useWorkbench } from './workbench-context';

/** What is typed on the card of an annotation and not yet confirmed, and how it is kept, dropped and sent. */
export type CardDrafts = {
  readonly all: readonly Draft[];
  readonly write: (draft: Draft) => void;
  readonly remove: (draft: DraftKey) => void;
  /** Sends what the draft says: it goes when the server has it, and comes back with the sentence of a refusal. */
  readonly send: (draft: Draft, command: CommandWithoutId) => Promise<CommandAnswer>;
};

export function useDrafts(annotation: Annotation): CardDrafts {
  const { actor, articleId, propose } = useWorkbench();
  const { show } = useToast();
  const stored = useSyncExternalStore(
    (listener) => draftsOf(actor.userId).subscribe(listener),
    () => draftsOf(actor.userId).of(annotation.id),
    () => none,
  );
  const all = useMemo(() => stored.filter((draft) => !isThere(annotation, draft)), [stored, annotation]);

  return {
    all,
    write: (draft) => draftsOf(actor.userId).write(draft, articleId),
    remove: (draft) => draftsOf(actor.userId).remove(draft),
    async send(draft, command) {
      const drafts = draftsOf(actor.userId);
      const commandId = newId();
      drafts.write({ ...draft, state: 'sent', message: null, commandId }, articleId);
      const answer = await propose({ ...command, commandId });
      if (answer.ok) drafts.removeSent(draft, commandId);
      else {
        drafts.write({ ...draft, state: 'refused', message: answer.error.message }, articleId);
        show({ message: messages.margin.refused(answer.error.message), tone: 'danger' });
      }
      return answer;
    },
  };
}

/** Whether a new thing is on the annotation already: it was saved although its answer never came. */
function isThere({ notes, evidence, flags, threads, check }: Annotation, draft: Draft): boolean {
  if (draft.kind === 'second_check')
    return openSecondChecks(check).some(({ id }) => id === draft.values.secondCheckId);
  if (draft.base !== null || draft.kind === 'look' || draft.kind === 'claim') return false;
  if (draft.kind === 'reply')
    return threads.some(({ replies }) => replies.some(({ id }) => id === draft.itemId));
  return [...notes, ...evidence, ...flags, ...threads].some(({ id }) => id === draft.itemId);
}
