import { z } from 'zod';
import { type ClaimType, claimTypes } from './annotation';
import type { Beat } from './beat';
import { idSchema } from './ids';

const mostTopics = 20;

/** A beat as a program gives it. */
export const beatSchema = z.strictObject({
  types: z.array(z.enum(claimTypes)).transform((types) => claimTypes.filter((type) => types.includes(type))),
  topics: z
    .array(z.string().trim().min(1).max(60, 'A topic has at most 60 characters.'))
    .max(mostTopics, `At most ${mostTopics} topics.`)
    .transform((topics) => [...new Set(topics)]),
});

/** The form of a member's beat: kinds of claim with commas between, topics with commas or on lines of their own. */
export const beatFormSchema = z
  .strictObject({ userId: idSchema, types: z.string().max(500), topics: z.string().max(2_000) })
  .transform(({ userId, types, topics }, context): { readonly userId: string; readonly beat: Beat } => {
    const wanted = listIn(topics);
    if (wanted.length > mostTopics || wanted.some((topic) => topic.length > 60))
      context.addIssue({
        code: 'custom',
        path: ['topics'],
        message: `At most ${mostTopics} topics, each of at most 60 characters.`,
      });
    const named = listIn(types);
    return {
      userId,
      beat: { types: claimTypes.filter((type: ClaimType) => named.includes(type)), topics: wanted },
    };
  });

const listIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];
