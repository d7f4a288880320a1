import type { Actor } from '../actor';
import type { Annotation } from '../annotation';
import { type ArticleState, apply } from '../apply';
import type { Command } from '../commands';
import type { EventBody } from '../events';
import { decide, type Given } from '../laws/decide';
import { givenIn } from '../laws/given-in';
import { noDepth } from '../no-depth';
import { plainToRichText } from '../rich-text';
import { bareArticle } from './bare-article';

// People, an article, and one annotation that grows a note, evidence and a flag: what decisions are tested on.
export const at = '2026-03-03T14:02:00.000Z';
export const id = (digit: number): string => `00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`;
export const mara: Actor = { userId: id(901), name: 'Mara', teamId: id(900), role: 'reviewer' };
export const someone: Actor = { ...mara, userId: id(902), name: 'Someone' };
export const editor: Actor = { ...mara, userId: id(903), name: 'Editor', role: 'editor' };
export const viewer: Actor = { ...mara, userId: id(904), name: 'Viewer', role: 'viewer' };
export const text = 'The port will cost 412 million. Nobody is surprised.';

export const empty = bareArticle({ id: id(1), text, by: mara.userId, at, revision: { id: id(2) } });

/** Decides and applies one command for an actor on a state. */
export function run(
  state: ArticleState,
  command: Command,
  actor: Actor = mara,
  removed?: Given['removed'],
): ArticleState {
  return apply(state, { actor: person(actor), at, body: outcome(state, command, actor, removed) });
}

/** What a command comes to, without applying it. */
export function outcome(
  state: ArticleState,
  command: Command,
  actor: Actor,
  removed?: Given['removed'],
): EventBody {
  return decide(command, givenIn(command, state, { actor, at, removed }));
}

export const person = (actor: Actor) => ({ id: actor.userId, name: actor.name });

export const commandId = id(100);
export const annotationId = id(10);
export const create = {
  commandId,
  type: 'annotation.create',
  annotationId,
  revisionId: id(2),
  mark: 'claim',
  passage: { start: 4, end: 30 },
} as const satisfies Command;
export const fields = {
  type: 'dataset',
  tier: 'primary',
  stance: 'refutes',
  title: 'Budget',
  address: null,
  quote: null,
  locator: 'p. 6',
  accessedOn: '2026-03-01',
  ...noDepth,
} as const;
export const marked = run(empty, create);
export const noted = run(marked, {
  commandId,
  type: 'note.create',
  annotationId,
  noteId: id(20),
  body: plainToRichText('No.'),
});
export const evidenced = run(noted, {
  commandId,
  type: 'evidence.create',
  annotationId,
  evidenceId: id(30),
  fields,
});
export const flagged = run(evidenced, {
  commandId,
  type: 'flag.raise',
  annotationId,
  flagId: id(40),
  fields: { reason: 'Look', priority: 'high' },
});
/** The one annotation. */
export const one = (state: ArticleState): Annotation => {
  const annotation = state.annotations[annotationId];
  if (annotation === undefined) throw new Error('The annotation is gone.');
  return annotation;
};
