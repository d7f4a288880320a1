import 'server-only';
import { z } from 'zod';
import { claimFieldsSchema, markSchema } from '@/lib/domain/annotation-schema';
import { evidenceFieldsSchema } from '@/lib/domain/evidence';
import { richTextSchema } from '@/lib/domain/rich-text-schema';
import { blockKinds, formattingMarks, listKinds } from '@/lib/domain/text/formatting-of';
import { threadKindSchema } from '@/lib/domain/thread-schema';
import { backInFormats } from '@/lib/exchange/back-in';
import { fileProofShape } from '../api/shapes';

const id = z.uuid();
const offset = z.int().min(0);
const reply = { id, body: richTextSchema };
const changes = z.strictObject({
  mark: markSchema.optional(),
  claim: claimFieldsSchema.partial().optional(),
});

const part = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('note'), id, body: richTextSchema }),
  z.strictObject({
    kind: z.literal('note_change'),
    id,
    version: z.int(),
    before: richTextSchema,
    body: richTextSchema,
  }),
  z.strictObject({ kind: z.literal('evidence'), id, fields: evidenceFieldsSchema }),
  z.strictObject({ kind: z.literal('flag'), id, reason: z.string() }),
  z.strictObject({
    kind: z.literal('thread'),
    id,
    threadKind: threadKindSchema,
    replies: z.array(z.strictObject(reply)),
  }),
  z.strictObject({ kind: z.literal('reply'), threadId: id, ...reply }),
]);

const newAnnotation = z.strictObject({
  kind: z.literal('annotation'),
  id,
  annotationId: id,
  quote: z.strictObject({ exact: z.string(), prefix: z.string(), suffix: z.string() }),
  mark: markSchema.nullable().describe('null: the file does not say; whoever brings it in chooses.'),
  place: z
    .strictObject({
      start: offset,
      end: offset,
      revisionId: id.describe('The revision that the offsets count in.'),
      state: z.enum(['exact', 'moved', 'touched']),
      stands: z.string().describe('The words in the current text.'),
    })
    .nullable(),
  candidates: z.array(
    z.strictObject({
      start: offset,
      end: offset,
      certainty: z.number(),
      exact: z.string(),
      prefix: z.string(),
      suffix: z.string(),
    }),
  ),
  claim: claimFieldsSchema.partial(),
  parts: z.array(part),
});

const addition = z.strictObject({
  kind: z.literal('addition'),
  id,
  annotationId: id,
  exact: z.string(),
  version: z.int(),
  changes,
  before: changes,
  parts: z.array(part),
});

const words = { before: z.string(), after: z.string() };
const looks = {
  kind: z.enum(['tracked', 'untracked']),
  authors: z.array(z.string()),
  at: z.string().nullable(),
};
const formattingChange = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('mark'), mark: z.enum(formattingMarks), isOn: z.boolean() }),
  z.strictObject({ type: z.literal('link'), href: z.string().nullable() }),
  z.strictObject({ type: z.literal('kind'), kind: z.enum(blockKinds) }),
  z.strictObject({ type: z.literal('list'), list: z.enum(listKinds).nullable() }),
  z.strictObject({ type: z.literal('quote'), isOn: z.boolean() }),
]);
const formatting = {
  change: formattingChange,
  was: formattingChange.describe('What would take it back.'),
  exact: z.string(),
};
const textShape = z.strictObject({
  headline: z
    .strictObject({
      id,
      ...looks,
      sent: z.string().describe('As it went out.'),
      before: z.string().describe('As it is now.'),
      after: z.string(),
      isConflict: z.boolean().describe('It was changed here as well since the file went out.'),
      version: z.int().min(1).describe('Version of the details of the article.'),
    })
    .nullable()
    .describe('The headline above the text, where it reads otherwise.'),
  formatting: z
    .array(
      z.strictObject({
        id,
        ...looks,
        ...formatting,
        start: offset,
        end: offset,
        lead: z.string(),
        tail: z.string(),
      }),
    )
    .describe('Changes of looks alone, as far as an article knows them.'),
  unplacedFormatting: z.array(z.strictObject({ ...formatting, why: z.string() })),
  changes: z.array(
    z.strictObject({
      id,
      kind: z.enum(['tracked', 'moved', 'accepted', 'untracked']),
      edits: z.array(z.strictObject({ start: offset, end: offset, inserted: z.string() })),
      ...words,
      lead: z.string(),
      tail: z.string(),
      authors: z.array(z.string()),
      at: z.string().nullable(),
      annotationId: id.nullable().describe('The annotation whose suggested wording was taken over.'),
    }),
  ),
  present: z.array(z.strictObject(words)).describe('What the text says already.'),
  unplaced: z.array(z.strictObject({ ...words, why: z.string() })),
  suggestions: z
    .array(
      z.strictObject({
        annotationId: id,
        exact: z.string(),
        wording: z.string(),
        state: z.enum(['open', 'declined']),
      }),
    )
    .describe('Suggested wordings that were not taken over.'),
});

/** What a file would do, as REST v1 answers it. */
export const planShape = z.strictObject({
  format: z.enum(backInFormats),
  tool: z.string().nullable().describe('The program that wrote the file, where it says so.'),
  revision: z.strictObject({ id, number: z.int().min(1) }),
  items: z.array(z.discriminatedUnion('kind', [newAnnotation, addition])),
  unplaced: z.array(newAnnotation).describe('Their passage stands nowhere, or more than once.'),
  present: z.array(z.strictObject({ words: z.string(), why: z.enum(['same', 'deleted', 'newer']) })),
  unread: z.array(z.strictObject({ number: z.int(), words: z.string(), why: z.string() })),
  remarks: z.array(z.string()),
  text: textShape.optional().describe('What a Word report that came back would change of the text.'),
  proof: fileProofShape.describe('Whether the file is as a Galley signed it.'),
});

/** What was done of it. */
export const broughtBackShape = z.strictObject({
  done: z.array(id).describe('Ids of the items that are done.'),
  refused: z.array(z.strictObject({ id, why: z.string() })),
  changed: z.array(id).describe('Chosen, and not what would be done any more.'),
  left: z.int().min(0).describe('So many of what was chosen are still to be done: send the same again.'),
  text: z
    .strictObject({
      done: z.array(id),
      headline: z
        .strictObject({ isDone: z.boolean(), why: z.string().nullable() })
        .nullable()
        .describe('What became of the headline, where that was chosen; why it was refused.'),
      changed: z.array(id).describe('Chosen, and not to be made any more.'),
      revision: z.int().min(1).nullable().describe('Number of the new revision; null when there is none.'),
      why: z.string().nullable().describe('Why there is none.'),
      seq: z.int().min(1).nullable(),
    })
    .nullable()
    .describe('What became of the chosen changes of the text.'),
  seq: z.int().min(1).nullable().describe('Number of the last event; null when nothing was done.'),
});
