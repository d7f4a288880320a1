import 'server-only';
import { z } from 'zod';
import { markSchema } from '@/lib/domain/annotation-schema';
import { DomainError } from '@/lib/domain/errors';
import { idSchema } from '@/lib/domain/ids';
import { revisionReasonSchema } from '@/lib/domain/text-commands';
import { articleParams } from '../api/requests';
import { door } from '../http';
import { proofOfFile } from '../reports/proof-of-file';
import { parse, sentenceOfIssues } from '../validate';
import { applyPlan } from './apply-plan';
import { makePlan } from './make-plan';
import { maxBroughtBytes, readBroughtFile } from './read-file';

const passage = z.strictObject({ start: z.int().min(0), end: z.int().min(1) });

/** What is to be done of a plan. */
export const choicesShape = {
  revision: z
    .int()
    .min(1)
    .optional()
    .describe('Number of the revision that the plan was made for: 409 when there is a newer one.'),
  items: z.array(idSchema).max(100_000).optional().describe('Ids of the plan’s items; all unless given.'),
  mark: markSchema.default('claim').describe('What a mark is of which the file does not say it.'),
  changes: z
    .array(idSchema)
    .max(100_000)
    .default([])
    .describe(
      'Ids of the changes of the text, of its looks and of the headline to be made: one new revision, and new details of the article; none unless given.',
    ),
  reason: revisionReasonSchema.default('').describe('Why there is a new revision.'),
  places: z
    .record(idSchema, passage)
    .default({})
    .describe('Places in the current text for items without one, by id; others come in as orphaned.'),
};
const choices = z.strictObject(choicesShape);

export const bringBackBody = z.strictObject({
  content: z.string().min(1).describe('The file’s words: annotations as JSON, or a table of claims as CSV.'),
  ...choicesShape,
});
export const bringBackForm = z.strictObject({
  file: z.file('Send the file as a field named "file".'),
  choices: z.string().max(16_000_000).optional().describe('The other fields of the JSON body, as JSON.'),
});
export const bringBackQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).optional().describe('true: answer what would happen, and do nothing.'),
});

/** Room for the form around the file, for JSON in JSON, and for what was chosen. */
const maxBytes = 2 * maxBroughtBytes;

/**
 * Brings a file back onto an article, as JSON or as a form with a file: with `dryRun` it answers the plan, else it does
 * what was chosen of it, in parts when that is much.
 */
export const bringBackDoor = door(
  {
    params: articleParams,
    query: bringBackQuery,
    body: bringBackBody,
    multipart: true,
    maxBytes,
    rate: 'command',
  },
  async ({ request: { signal }, actor, params: { articleId }, query, body, form }) => {
    const { bytes, ...chosen } = form === undefined ? fromBody(body) : await fromForm(form);
    const file = await readBroughtFile(bytes, signal);
    if (query.dryRun !== 'true') return applyPlan(actor, articleId, file, chosen);
    const plan = await makePlan(actor, articleId, file);
    return { ...plan, proof: await proofOfFile(bytes) };
  },
);

function fromBody({ content, ...request }: z.output<typeof bringBackBody>) {
  return { bytes: new TextEncoder().encode(content), ...request };
}

async function fromForm(form: FormData) {
  const parsed = bringBackForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw new DomainError('INVALID', sentenceOfIssues(parsed.error.issues));
  const { file, choices: words = '{}' } = parsed.data;
  return { bytes: new Uint8Array(await file.arrayBuffer()), ...readChoices(words) };
}

function readChoices(words: string): z.output<typeof choices> {
  let value: unknown;
  try {
    value = JSON.parse(words);
  } catch {
    throw new DomainError('INVALID', 'choices: this is not valid JSON.');
  }
  // the schema's own output, which `parse` gives as unknown
  return parse(choices, value) as z.output<typeof choices>;
}
