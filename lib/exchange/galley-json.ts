import { z } from 'zod';
import type { Annotation } from '@/lib/domain/annotation';
import { canonicalText } from '@/lib/domain/article-doc';
import { freshCheck } from '@/lib/domain/check';
import { DomainError } from '@/lib/domain/errors';
import type { Report } from '@/lib/domain/report/report';
import { type GalleyFile, galleyFileSchema } from './galley/file-schema';
import { ensureReferences } from './galley/references';
import { lazyList } from './json-pieces';

/** A Galley file to be written: its annotations are made one after the other. */
export type GalleyFileOut = Omit<GalleyFile, 'annotations'> & {
  readonly annotations: Iterable<ReturnType<typeof annotationOut>>;
};

/**
 * The report as a Galley file that holds what a report does: `parseGalleyFile` gives back what went in. `onItem` hears
 * of each annotation that is made.
 */
export function reportToGalleyFile(report: Report, onItem: () => void = () => undefined): GalleyFileOut {
  const { article, revision, record } = report;
  const { title, byline, publication, publishedOn, sourceAddress, language, direction, signOff, version } =
    article;
  return {
    format: 'galley-article',
    version: 3,
    exportedAt: report.made.at,
    team: report.teamName,
    article: {
      ...{ id: article.id, title, byline, publication, publishedOn },
      ...{ sourceAddress, language, direction, signOff, version },
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
    annotations: lazyList(report.entries, ({ annotation }) => {
      onItem();
      return annotationOut(annotation);
    }),
    replyRequests: [...report.replyRequests],
    whole: null,
  };
}

/** Reads a Galley file. Throws INVALID with a sentence when it is not one, or when its text and marks disagree. */
export function parseGalleyFile(words: string): GalleyFile {
  return parseGalleyValue(readJson(words));
}

/** The same of a file that is read as JSON already. */
export function parseGalleyValue(value: unknown): GalleyFile {
  refuseOther(value);
  refuseNewer(value);
  const parsed = galleyFileSchema.safeParse(upgraded(value));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue === undefined || issue.path.length === 0 ? 'the beginning' : issue.path.join(' → ');
    throw new DomainError(
      'INVALID',
      `This is not a Galley file that can be read: something is wrong at ${where}.`,
    );
  }
  ensureAgreement(parsed.data);
  return parsed.data;
}

/** Refuses a file whose parts are each what they should be and do not agree with one another. Throws INVALID. */
export function ensureAgreement(file: GalleyFile): void {
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
  if (file.whole !== null) ensureReferences(file, file.whole);
}

/** What a later Galley has added would be lost without a word. */
/** What was never exported by Galley needs no word on where it is wrong. */
function refuseOther(value: unknown): void {
  if (z.looseObject({ format: galleyFileSchema.shape.format }).safeParse(value).success) return;
  throw new DomainError(
    'INVALID',
    'This is not a Galley file. Choose one that was exported from an article as “Galley file”.',
  );
}

function refuseNewer(value: unknown): void {
  const named = z
    .looseObject({ format: z.literal('galley-article'), version: z.int() })
    .safeParse(value).data;
  if (named !== undefined && named.version > galleyFileSchema.shape.version.value)
    throw new DomainError(
      'INVALID',
      'This Galley file was written by a newer Galley than this one. Bring this one up to date first.',
    );
}

/** A file of an earlier version as one of the present. */
function upgraded(file: unknown): unknown {
  return [fromVersion1, fromVersion2].reduce((before, step) => step(before), file);
}

/** Version 2 held the present state alone. */
function fromVersion2(file: unknown): unknown {
  const second = z.looseObject({ version: z.literal(2) }).safeParse(file);
  return second.success ? { ...second.data, version: 3, whole: null } : file;
}

/** A file of version 1 as one of version 2: nothing in it had been checked. */
function fromVersion1(file: unknown): unknown {
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

/** An annotation as files have it: their lists may be written to. */
export function annotationOut({
  articleId: _article,
  ...annotation
}: Annotation): GalleyFile['annotations'][number] & { readonly anchor: Annotation['anchor'] } {
  return {
    ...annotation,
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
