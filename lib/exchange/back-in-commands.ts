import type { Command } from '@/lib/domain/commands';
import type { Addition, BackInChoices, BackInItem, BackInPlan, NewAnnotation, NewPart } from './back-in';

// Distributed over the commands: each without its id is still one of them.
type Unnamed<T> = T extends Command ? Omit<T, 'commandId'> : never;
type Step = Unnamed<Command>;

/**
 * The ordinary commands that do one item of a plan, in order: the first makes or changes the annotation, the others
 * come to it. `idOf` gives a command the id that it had before when the item is done again.
 */
export function commandsOf(
  item: BackInItem,
  { revision }: Pick<BackInPlan, 'revision'>,
  choices: Pick<BackInChoices, 'mark' | 'places'>,
  idOf: (...words: readonly string[]) => string,
): readonly Command[] {
  const steps = item.kind === 'annotation' ? stepsOfNew(item, revision.id, choices) : stepsOfAddition(item);
  return steps.map((step, index): Command => ({ ...step, commandId: idOf(item.id, String(index)) }));
}

function stepsOfNew(
  item: NewAnnotation,
  revisionId: string,
  choices: Pick<BackInChoices, 'mark' | 'places'>,
): readonly Step[] {
  const { annotationId, quote, place } = item;
  const mark = item.mark ?? choices.mark;
  const chosen = choices.places[item.id];
  const at = chosen === undefined ? place : { ...chosen, revisionId };
  const created: Step =
    at === null
      ? { type: 'annotation.create_orphaned', annotationId, revisionId, mark, quote }
      : {
          type: 'annotation.create',
          annotationId,
          revisionId: at.revisionId,
          mark,
          passage: { start: at.start, end: at.end },
        };
  const claimed: readonly Step[] =
    Object.keys(item.claim).length === 0
      ? []
      : [{ type: 'annotation.change', annotationId, version: 1, changes: { claim: item.claim } }];
  return [created, ...claimed, ...item.parts.flatMap((part) => stepsOfPart(annotationId, part))];
}

function stepsOfAddition({ annotationId, version, changes, parts }: Addition): readonly Step[] {
  const changed: readonly Step[] =
    Object.keys(changes).length === 0 ? [] : [{ type: 'annotation.change', annotationId, version, changes }];
  return [...changed, ...parts.flatMap((part) => stepsOfPart(annotationId, part))];
}

function stepsOfPart(annotationId: string, part: NewPart): readonly Step[] {
  const { id } = part;
  switch (part.kind) {
    case 'note':
      return [{ type: 'note.create', annotationId, noteId: id, body: part.body }];
    case 'note_change':
      return [{ type: 'note.change', annotationId, noteId: id, version: part.version, body: part.body }];
    case 'evidence':
      return [{ type: 'evidence.create', annotationId, evidenceId: id, fields: part.fields }];
    case 'flag':
      return [
        { type: 'flag.raise', annotationId, flagId: id, fields: { reason: part.reason, priority: 'normal' } },
      ];
    case 'reply':
      return [replyStep(annotationId, part.threadId, part)];
    case 'thread': {
      const [first, ...rest] = part.replies;
      return [
        {
          type: 'thread.open',
          annotationId,
          threadId: id,
          replyId: first.id,
          kind: part.threadKind,
          body: first.body,
          mentions: [],
        },
        ...rest.map((reply) => replyStep(annotationId, id, reply)),
      ];
    }
  }
}

function replyStep(
  annotationId: string,
  threadId: string,
  { id, body }: { readonly id: string; readonly body: Extract<NewPart, { kind: 'note' }>['body'] },
): Step {
  return { type: 'thread.reply', annotationId, threadId, replyId: id, body, mentions: [] };
}
