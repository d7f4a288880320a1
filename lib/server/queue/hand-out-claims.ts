import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/domain/actor';
import type { CommandAnswer } from '@/lib/domain/commands';
import { type HandedOut, handOut, handOutByBeat, type OpenClaim } from '@/lib/domain/hand-out';
import { idSchema } from '@/lib/domain/ids';
import type { handedOutShape } from '../api/shapes';
import { derivedId } from '../derived-id';
import { executeAll } from '../execute';
import { findBeats, findOpenClaims } from './find-open-claims';

/** Who gets claims, and how they are split. */
export const handOutBody = z
  .strictObject({
    how: z.enum(['evenly', 'beat', 'number']),
    people: z
      .array(
        z.strictObject({
          id: idSchema,
          most: z.int().min(0).max(2_000).optional().describe('How many new ones, by number.'),
        }),
      )
      .min(1, 'Say who gets claims.')
      .max(500),
    dryRun: z.boolean().default(false),
  })
  .refine(
    ({ how, people }) => people.every(({ most }) => (most !== undefined) === (how === 'number')),
    'Give each person a number, `most`, by number, and none else.',
  );

type HandOut = z.output<typeof handOutBody>;
type Answer = z.input<typeof handedOutShape>;

/**
 * Splits the open claims of an article that nobody has as the screen does, two thousand at most as there, and plans each for
 * its person; with `dryRun` only says who would get what. Each is a change of its own, between which others do theirs, and
 * sent again it is not done twice. Throws NOT_FOUND and FORBIDDEN; what is refused for one claim stands with it.
 */
export async function handOutClaims(actor: Actor, articleId: string, wish: HandOut): Promise<Answer> {
  const { items: claims } = await findOpenClaims(actor, articleId);
  const free = claims.filter(({ takenById }) => takenById === null).length;
  const split = await splitOf(actor, claims, wish);
  if (wish.dryRun) {
    const items = split.map((one) => ({ ...one, version: null, refusal: null }));
    return { items, left: free - split.length };
  }
  const answers = await carryOut(actor, articleId, claims, split);
  const items = split.map((one, index) => ({ ...one, ...outcomeOf(answers[index]) }));
  return { items, left: free - items.filter(({ refusal }) => refusal === null).length };
}

async function splitOf(
  actor: Actor,
  claims: readonly OpenClaim[],
  { how, people }: HandOut,
): Promise<readonly HandedOut[]> {
  return how === 'beat' ? handOutByBeat(claims, people, await findBeats(actor)) : handOut(claims, people);
}

async function carryOut(
  actor: Actor,
  articleId: string,
  claims: readonly OpenClaim[],
  handed: readonly HandedOut[],
): Promise<readonly CommandAnswer[]> {
  const versions = new Map(claims.map(({ annotationId, checkVersion }) => [annotationId, checkVersion]));
  const commands = handed.map(({ annotationId, assigneeId }) => {
    const version = versions.get(annotationId);
    const commandId = derivedId('hand-out', actor.userId, annotationId, String(version), assigneeId);
    return { commandId, type: 'check.plan', annotationId, version, changes: { assigneeId } };
  });
  return executeAll(actor, articleId, commands);
}

function outcomeOf(answer: CommandAnswer | undefined): Pick<Answer['items'][number], 'version' | 'refusal'> {
  if (answer?.ok === true && 'check' in answer.event.body)
    return { version: answer.event.body.check?.version ?? null, refusal: null };
  return { version: null, refusal: answer?.ok === false ? answer.error.message : null };
}
