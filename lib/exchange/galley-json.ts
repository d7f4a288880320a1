import { z } from 'zod';
import { anchorStates } from '@/lib/domain/anchor';
import type { Annotation } from '@/lib/domain/annotation';
import { claimFieldsSchema, flagFieldsSchema, markSchema } from '@/lib/domain/annotation-schema';
import { articleDetailsSchema, maxArticleLength } from '@/lib/domain/article';
import { canonicalText } from '@/lib/domain/article-doc';
import { articleDocSchema } from '@/lib/domain/article-doc-schema';
import { articleSignOffSchema } from '@/lib/domain/article-sign-off-schema';
import { freshCheck } from '@/lib/domain/check';
import { checkSchema } from '@/lib/domain/check-schema';
import { DomainError } from '@/lib/domain/errors';
import { evidenceFieldsSchema } from '@/lib/domain/evidence';
import { idSchema } from '@/lib/domain/ids';
import { replyRequestFieldsSchema, requestAnswerSchema } from '@/lib/domain/reply-request-schema';
import type { Report } from '@/lib/domain/report';
import { richTextSchema } from '@/lib/domain/rich-text-schema';
import { personNameSchema } from '@/lib/domain/team';
import { threadKindSchema } from '@/lib/domain/thread-schema';

const instant = z.iso.datetime();
const version = z.int().min(1);
const authored = { id: idSchema, authorId: idSchema, createdAt: instant, changedAt: instant, version };

const annotationSchema = z.strictObject({
  ...authored,
  mark: markSchema,
  check: checkSchema,
  partOfId: idSchema.nullable(),
  repeatsId: idSchema.nullable(),
  anchor: z.strictObject({
    start: z.int().min(0),
    end: z.int().min(1),
    exact: z.string().min(1),
    prefix: z.string(),
    suffix: z.string(),
    state: z.enum(anchorStates),
    drift: z.string().nullable(),
    method: z.string().max(100),
    certainty: z.number().min(0).max(1),
    before: z.string().optional(),
  }),
  claim: claimFieldsSchema,
  notes: z.array(z.strictObject({ ...authored, body: richTextSchema })),
  evidence: z.array(evidenceFieldsSchema.extend(authored).strict()),
  flags: z.array(
    flagFieldsSchema
      .extend({
        id: idSchema,
        raisedById: idSchema,
        raisedAt: instant,
        looked: z.strictObject({ byId: idSchema, at: instant, note: z.string().max(2_000) }).nullable(),
        version,
      })
      .strict(),
  ),
  threads: z.array(
    z.strictObject({
      id: idSchema,
      kind: threadKindSchema,
      authorId: idSchema,
      createdAt: instant,
      resolved: z.strictObject({ byId: idSchema, at: instant }).nullable(),
      version,
      replies: z.array(z.strictObject({ ...authored, body: richTextSchema, mentions: z.array(idSchema) })),
    }),
  ),
});

const replyRequestSchema = replyRequestFieldsSchema
  .extend({ ...authored, answer: requestAnswerSchema.nullable() })
  .strict();

/** Galley's own file: an article with its text and everybody's work, version 2. Version 1 had no checks. */
export const galleyFileSchema = z.strictObject({
  format: z.literal('galley-article'),
  version: z.literal(2),
  exportedAt: instant,
  team: z.string(),
  article: articleDetailsSchema
    .extend({
      id: idSchema,
      signOff: articleSignOffSchema.nullable(),
      /** Files from before articles had a direction have none. */
      direction: articleDetailsSchema.shape.direction.default(null),
    })
    .strict(),
  revision: z.strictObject({
    number: z.int().min(1),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    text: z.string().max(maxArticleLength),
    doc: articleDocSchema,
    createdAt: instant,
  }),
  record: z.strictObject({ seq: z.int().min(0), hash: z.string() }),
  people: z.array(z.strictObject({ id: idSchema, name: personNameSchema })),
  annotations: z.array(annotationSchema).max(100_000),
  /** Files from before there was a right-of-reply log have none. */
  replyRequests: z.array(replyRequestSchema).max(10_000).default([]),
  /** The signature of the instance that wrote it (`report-proof`); reading needs none. */
  galleyProof: z.string().max(10_000).optional(),
});
export type GalleyFile = z.infer<typeof galleyFileSchema>;

/** The report as a Galley file, without loss: `parseGalleyFile` gives back what went in. */
export function reportToGalleyFile(report: Report): GalleyFile {
  const { article, revision, record } = report;
  const { title, byline, publication, publishedOn, sourceAddress, language, direction, signOff } = article;
  return {
    format: 'galley-article',
    version: 2,
    exportedAt: report.made.at,
    team: report.teamName,
    article: {
      ...{ id: article.id, title, byline, publication, publishedOn },
      ...{ sourceAddress, language, direction, signOff },
    },
    revision: {
      number: revision.number,
      hash: revision.hash,
      text: revision.text,
      doc: revision.doc,
      createdAt: revision.createdAt,
    },
    record,
    people: Object.values(report.people).map(({ id, name }) => ({ id, name })),
    annotations: report.entries.map(({ annotation }) => annotationOut(annotation)),
    replyRequests: [...report.replyRequests],
  };
}

/** Reads a Galley file. Throws INVALID with a sentence when it is not one, or when its text and marks disagree. */
export function parseGalleyFile(words: string): GalleyFile {
  const parsed = galleyFileSchema.safeParse(upgraded(readJson(words)));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue === undefined || issue.path.length === 0 ? 'the beginning' : issue.path.join(' → ');
    throw new DomainError(
      'INVALID',
      `This is not a Galley file that can be read: something is wrong at ${where}.`,
    );
  }
  const file = parsed.data;
  if (canonicalText(file.revision.doc) !== file.revision.text) {
    throw new DomainError('INVALID', 'This Galley file is damaged: its text and its layout do not agree.');
  }
  for (const { anchor } of file.annotations) {
    if (anchor.state !== 'orphaned' && file.revision.text.slice(anchor.start, anchor.end) !== anchor.exact) {
      throw new DomainError(
        'INVALID',
        'This Galley file is damaged: a mark does not lie on the words that it quotes.',
      );
    }
  }
  return file;
}

/** A file of version 1 as one of version 2: nothing in it had been checked. */
function upgraded(file: unknown): unknown {
  const first = z
    .looseObject({
      version: z.literal(1),
      article: z.looseObject({}),
      annotations: z.array(z.looseObject({})),
    })
    .safeParse(file);
  if (!first.success) return file;
  const { article, annotations, ...rest } = first.data;
  const unchecked = { check: freshCheck, partOfId: null, repeatsId: null, threads: [] };
  return {
    ...rest,
    version: 2,
    article: { ...article, signOff: null },
    annotations: annotations.map(({ status: _status, ...annotation }) => ({ ...annotation, ...unchecked })),
  };
}

function readJson(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    throw new DomainError('INVALID', 'This is not a Galley file: it is not valid JSON.');
  }
}

function annotationOut({
  articleId: _article,
  anchor,
  ...annotation
}: Annotation): GalleyFile['annotations'][number] {
  const { revisionId: _revision, ...place } = anchor;
  return {
    ...annotation,
    anchor: place,
    claim: { ...annotation.claim, claimTypes: [...annotation.claim.claimTypes] },
    notes: [...annotation.notes],
    evidence: [...annotation.evidence],
    flags: [...annotation.flags],
    threads: annotation.threads.map((thread) => ({
      ...thread,
      replies: thread.replies.map((reply) => ({ ...reply, mentions: [...reply.mentions] })),
    })),
  };
}
