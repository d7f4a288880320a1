import 'server-only';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import type { BackInChoices, BackInItem, BackInPlan } from '@/lib/exchange/back-in';
import { commandsOf } from '@/lib/exchange/back-in-commands';
import { audit } from '../audit';
import { derivedId } from '../derived-id';
import { refusalOf } from '../error-answer';
import { execute } from '../execute';
import { makePlan } from './make-plan';
import type { BroughtFile } from './read-file';
import { type BroughtText, reviseByPlan } from './revise-by-plan';

/** What became of a plan: by the ids of its items. */
export type BroughtBack = {
  readonly done: readonly string[];
  readonly refused: readonly { readonly id: string; readonly why: string }[];
  /** Chosen, and not what would be done any more: somebody changed it meanwhile, or it is done. */
  readonly changed: readonly string[];
  /** How many of those that were chosen are still to be done: ask again. */
  readonly left: number;
  /** What became of the changes of the text that were chosen; null where none was. */
  readonly text: BroughtText | null;
  /** Number of the last event; null when nothing was done. */
  readonly seq: number | null;
};

/** `revision`: the number of the revision that the plan was made for, where somebody has looked at one. */
export type BringBackRequest = BackInChoices & { readonly revision?: number | undefined };

/** So many items at most are done in one request, so that none of them takes a minute. */
const itemsPerRequest = 200;

/**
 * Does what was chosen of a file's plan, which is made anew, by the ordinary commands: each is allowed, written down
 * and heard like any other. What has been done before is not done again, also when two ask at once. Throws STALE when
 * the text changed since the plan was made.
 */
export async function applyPlan(
  actor: Actor,
  articleId: string,
  file: BroughtFile,
  request: BringBackRequest,
): Promise<BroughtBack> {
  const plan = await makePlan(actor, articleId, file);
  if (request.revision !== undefined && request.revision !== plan.revision.number)
    throw new DomainError('STALE', textChanged, { current: plan.revision });
  const all = [...plan.items, ...plan.unplaced];
  const known = new Set(all.map(({ id }) => id));
  const chosen = request.items === undefined ? known : new Set(request.items);
  const wanted = all.filter(({ id }) => chosen.has(id));
  const done: string[] = [];
  const refused: { id: string; why: string }[] = [];
  let seq: number | null = null;
  for (const item of wanted.slice(0, itemsPerRequest)) {
    const answer = await doItem({ actor, articleId, plan, choices: request }, item);
    if (answer.why === undefined) done.push(item.id);
    else refused.push({ id: item.id, why: answer.why });
    seq = answer.seq ?? seq;
  }
  const left = Math.max(0, wanted.length - itemsPerRequest);
  // What is said about the text comes first: it is carried over like everything else on it.
  const text = left > 0 ? null : await reviseByPlan(actor, articleId, plan, request);
  if (done.length > 0) await writeDown(actor, { articleId, format: plan.format, items: done.length });
  return {
    done,
    refused,
    changed: [...chosen].filter((id) => !known.has(id)),
    left,
    text,
    seq: text?.seq ?? seq,
  };
}

const textChanged =
  'The text of the article has changed since you looked. What would happen now is worked out anew: look at it again.';

type Doing = {
  readonly actor: Actor;
  readonly articleId: string;
  readonly plan: BackInPlan;
  readonly choices: BackInChoices;
};

/** Carries out the commands of one item until one is refused. */
async function doItem(
  { actor, articleId, plan, choices }: Doing,
  item: BackInItem,
): Promise<{ readonly seq: number | null; readonly why?: string }> {
  const idOf = (...words: readonly string[]): string =>
    derivedId('back-in command', articleId, actor.userId, ...words);
  let seq: number | null = null;
  for (const command of commandsOf(item, plan, choices, idOf)) {
    try {
      seq = (await execute(actor, articleId, command)).seq;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined || refusal.code === 'UNAVAILABLE') throw error;
      return { seq, why: refusal.message };
    }
  }
  return { seq };
}

function writeDown(
  { teamId, userId }: Actor,
  body: { readonly articleId: string; readonly format: string; readonly items: number },
): Promise<void> {
  return inTransaction(db, (tx) =>
    audit(tx, { teamId, actorId: userId, type: 'annotations.brought_in', body }),
  );
}
