'use client';

import { useMemo } from 'react';
import type { Annotation, Mark } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import { linksOf } from '@/lib/domain/laws/claim-links';
import { newId } from '@/lib/domain/new-id';
import type { Memory, Taken } from '@/lib/workbench/memory';
import type { Proposal } from '@/lib/workbench/proposal';
import { messages } from '../messages';
import { type Toaster, useToast } from '../ui/Toast';

const words = messages.workbench.done;

/** What can be done to the article's marks from the text. Each act shows at once, is said aloud and can be undone. */
export type Marking = {
  /** Marks a passage; gives the new annotation's id, or null when that is refused. */
  readonly mark: (passage: Passage, mark: Mark) => string | null;
  /** Marks a passage that says a claim again; gives its id, or null when that is refused. */
  readonly repeat: (claim: Annotation, passage: Passage) => string | null;
  /** Makes the parts of a compound claim, in one request; false when that is refused. */
  readonly split: (claim: Annotation, parts: readonly Passage[]) => boolean;
  /** A claim’s repetitions go with it. */
  readonly changeMark: (annotation: Annotation, mark: Mark) => void;
  readonly changePassage: (annotation: Annotation, passage: Passage) => boolean;
  readonly remove: (annotation: Annotation) => boolean;
  /** Shows a sentence, where nothing is done. */
  readonly tell: (sentence: string) => void;
  readonly undo: (commandId?: string) => void;
  readonly redo: () => void;
};

/** `speakDecision` says how many sentences are left as well. */
export function useMarking(memory: Memory, speak: Speak, speakDecision: Speak): Marking {
  const toaster = useToast();
  return useMemo(
    () => createMarking(memory, speak, speakDecision, toaster),
    [memory, speak, speakDecision, toaster],
  );
}

type Speak = (text: string) => void;

function createMarking(memory: Memory, speak: Speak, speakDecision: Speak, { show }: Toaster): Marking {
  function act(proposal: Proposal, done: string, withToast: boolean): boolean {
    const { commandId, body, answer } = memory.act(proposal);
    void answer.then((settled) => {
      if (!settled.ok) show({ message: words.refused(settled.error.message), tone: 'danger' });
    });
    if (body === undefined) return false;
    if (withToast) show({ message: done, onUndo: () => undo(commandId) });
    else speakDecision(done);
    return true;
  }

  /** Several acts as one: one request, one message, one Undo. */
  function actAll(proposals: readonly Proposal[], done: string): boolean {
    const acts = memory.actTogether(proposals);
    for (const { answer } of acts) {
      void answer.then((settled) => {
        if (!settled.ok) show({ message: words.refused(settled.error.message), tone: 'danger' });
      });
    }
    const made = acts.filter(({ body }) => body !== undefined).map(({ commandId }) => commandId);
    if (made.length === 0) return false;
    show({ message: done, onUndo: () => undo(made[0]) });
    return true;
  }

  function report(taken: Taken, done: string, nothing: string): void {
    if (taken.kind === 'taken') speakDecision(done);
    else if (taken.kind === 'nothing') show({ message: nothing });
    else show({ message: words.cannotUndo[taken.reason] });
  }

  const undo = (commandId?: string): void =>
    void memory.undo(commandId).then((taken) => report(taken, words.undone, words.nothingToUndo));

  return {
    mark(passage, mark) {
      const { revision } = memory.store.getView().visible;
      const annotationId = newId();
      const done = words.marked(mark, revision.text.slice(passage.start, passage.end));
      const proposal = {
        type: 'annotation.create',
        annotationId,
        revisionId: revision.id,
        mark,
        passage,
      } as const;
      return act(proposal, done, false) ? annotationId : null;
    },
    repeat(claim, passage) {
      const { revision } = memory.store.getView().visible;
      const annotationId = newId();
      const proposal = {
        type: 'annotation.create',
        annotationId,
        revisionId: revision.id,
        mark: claim.mark,
        passage,
        // From a repetition one means the claim that it repeats.
        repeatsId: claim.repeatsId ?? claim.id,
      } as const;
      const done = words.repeats(revision.text.slice(passage.start, passage.end), claim.anchor.exact);
      return act(proposal, done, true) ? annotationId : null;
    },
    split(claim, parts) {
      const { revision } = memory.store.getView().visible;
      const proposals = parts.map(
        (passage) =>
          ({
            type: 'annotation.create',
            annotationId: newId(),
            revisionId: revision.id,
            mark: 'claim',
            passage,
            partOfId: claim.id,
          }) as const,
      );
      return actAll(proposals, messages.compound.pick.split.done(parts.length));
    },
    changeMark(annotation, mark) {
      if (annotation.repeatsId !== null) return void show({ message: messages.compound.markThere });
      if (mark === annotation.mark) return speak(words.sameMark(mark));
      const { annotations } = memory.store.getView().visible;
      const { repetitions } = linksOf(annotation.id, Object.values(annotations));
      const proposals = [annotation, ...repetitions].map(
        ({ id: annotationId, version }) =>
          ({ type: 'annotation.change', annotationId, version, changes: { mark } }) as const,
      );
      actAll(proposals, words.mark(mark));
    },
    changePassage({ id: annotationId, version }, passage) {
      return act(
        {
          type: 'annotation.change',
          annotationId,
          version,
          revisionId: memory.store.getView().visible.revision.id,
          changes: { passage },
        },
        words.passage,
        true,
      );
    },
    remove({ id: annotationId, version, mark }) {
      return act({ type: 'annotation.delete', annotationId, version }, words.deleted(mark), true);
    },
    tell: (message) => void show({ message }),
    undo,
    redo: () => void memory.redo().then((taken) => report(taken, words.redone, words.nothingToRedo)),
  };
}
