import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import { type CheckAct, refusalOfAct } from '@/lib/domain/laws/check-laws';
import { can } from '@/lib/domain/policy';
import { type KeyCommandId, keyCommandIds } from '@/lib/workbench/key-commands';

/** What decides which commands of the workbench make sense at this moment. */
export type Situation = {
  readonly actor: Actor;
  /** The annotation whose card is open. */
  readonly active: Annotation | undefined;
  readonly hasSelection: boolean;
  readonly hasCursor: boolean;
  readonly hasGaps: boolean;
  readonly hasAnnotations: boolean;
  /** Colleagues did something that the margin does not show yet. */
  readonly hasNews: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

/** The commands that would do something now and that the rules allow, in the order of the table. */
export function possibleCommands(situation: Situation): readonly KeyCommandId[] {
  return keyCommandIds.filter((id) => isPossible(id, situation));
}

function isPossible(id: KeyCommandId, situation: Situation): boolean {
  const { actor, active, hasSelection, hasCursor } = situation;
  const hasPassage = hasSelection || hasCursor;
  const mayCreate = can(actor, 'annotation.create').allowed;
  const mayChange = active !== undefined && mayChangeIt(actor, active);
  switch (id) {
    case 'mark.claim':
    case 'mark.opinion':
    case 'mark.sourced_fact':
    case 'mark.no_fact':
      return hasPassage ? mayCreate : mayChange && `mark.${active.mark}` !== id;
    case 'note':
      return (hasPassage ? mayCreate : active !== undefined) && can(actor, 'note.create').allowed;
    case 'sentence.next':
    case 'sentence.previous':
      return true;
    case 'gap.next':
      return situation.hasGaps;
    case 'coverage.show':
    case 'fact.number':
    case 'fact.name':
    case 'fact.date':
    case 'fact.quotation':
      return true; // facts are looked up when somebody asks for one
    case 'passage.grow':
      return hasPassage;
    case 'passage.endLater':
    case 'passage.endEarlier':
    case 'passage.startEarlier':
    case 'passage.startLater':
      return hasCursor && !hasSelection;
    case 'annotation.next':
    case 'annotation.previous':
      return situation.hasAnnotations;
    case 'annotation.usePassage':
      return hasPassage && mayChange;
    case 'annotation.repeat':
      return hasPassage && active !== undefined && mayCreate;
    case 'annotation.delete':
      return active !== undefined && can(actor, 'annotation.delete', { authorId: active.authorId }).allowed;
    case 'anchor.accept':
      return active !== undefined && active.anchor.state !== 'exact' && mayChange;
    case 'check.take':
      return active !== undefined && (isFree(active, actor, 'begin') || isFree(active, actor, 'release'));
    case 'check.propose':
      return active !== undefined && isFree(active, actor, 'propose');
    case 'check.review':
      return active !== undefined && isFree(active, actor, 'review');
    case 'check.recheck':
      return active !== undefined && isFree(active, actor, 'recheck');
    case 'others.apply':
      return situation.hasNews;
    case 'undo':
      return situation.canUndo;
    case 'redo':
      return situation.canRedo;
    case 'leave':
      return hasPassage || active !== undefined;
    case 'palette':
    case 'keys':
      return false; // the palette is open, and it offers the keys itself
  }
}

const isFree = (annotation: Annotation, actor: Actor, act: CheckAct): boolean =>
  refusalOfAct(act, actor, annotation) === undefined;

const mayChangeIt = (actor: Actor, { authorId }: Annotation): boolean =>
  can(actor, 'annotation.change', { authorId }).allowed;
