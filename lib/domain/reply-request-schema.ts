import { z } from 'zod';
import { daySchema, type Instant, idSchema } from './ids';

/** How somebody was asked. */
export const askingWays = ['email', 'phone', 'letter', 'in_person', 'message'] as const;
/** What came of it. */
export const replyOutcomes = ['answered', 'declined', 'no_reply'] as const;

/** Whom the article concerns, and what was put to them when, how and until when. */
export const replyRequestFieldsSchema = z.strictObject({
  party: z.string().trim().min(1, 'Say who was asked.').max(300),
  question: z.string().trim().min(1, 'Write down what was put to them.').max(5_000),
  askedOn: daySchema,
  way: z.enum(askingWays),
  /** The last day on which an answer still counts; null where none was set. */
  deadlineOn: daySchema.nullable(),
});
export type ReplyRequestFields = Readonly<z.infer<typeof replyRequestFieldsSchema>>;

const reply = {
  outcome: z.enum(replyOutcomes),
  words: z.string().trim().max(10_000),
  on: daySchema,
};

/** What came back, and on which day. */
export const replyFieldsSchema = z
  .strictObject(reply)
  .refine(({ outcome, words }) => outcome !== 'answered' || words !== '', {
    path: ['words'],
    message: 'Write down what they answered.',
  });
export type ReplyFields = Readonly<z.infer<typeof replyFieldsSchema>>;

export const requestAnswerSchema = z.strictObject({ ...reply, byId: idSchema, at: z.iso.datetime() });
/** An answer with who wrote it down and when. */
export type RequestAnswer = Readonly<z.infer<typeof requestAnswerSchema>>;

/** One line of the right-of-reply log: nobody is written about unasked. Never taken out, only corrected. */
export type ReplyRequest = ReplyRequestFields & {
  readonly id: string;
  readonly authorId: string;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly version: number;
  readonly answer: RequestAnswer | null;
};
