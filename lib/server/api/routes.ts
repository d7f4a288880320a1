import 'server-only';
import { z } from 'zod';
import { commandRequestSchema } from '@/lib/domain/commands';
import { type ExportFormat, exportFormats } from '@/lib/exchange/formats';
import { articleForm } from '../articles/article-form';
import { bringBackBody, bringBackForm, bringBackQuery } from '../bring-back/bring-back-door';
import { broughtBackShape, planShape } from '../bring-back/shapes';
import { exportBody } from '../exports/ask-for-export';
import { sourceFormats } from '../imports/parser-job';
import { eventsParams, eventsQuery } from '../realtime/send-events';
import { exportParams, exportQuery } from '../reports/export-query';
import {
  annotationBody,
  annotationChangeBody,
  annotationParams,
  annotationsQuery,
  articleBody,
  articleParams,
  articlesQuery,
  evidenceBody,
  exportIdParams,
  flagBody,
  noteBody,
  revisionBody,
  revisionParams,
  revisionsQuery,
  versionBody,
  versionQuery,
} from './requests';
import {
  annotationShape,
  articleLineShape,
  articleShape,
  changed,
  commandAnswerShape,
  deletedShape,
  eventShape,
  evidenceShape,
  exportShape,
  flagShape,
  importedShape,
  newRevisionShape,
  noteShape,
  pageOf,
  revisionLineShape,
  revisionShape,
} from './shapes';

/** One address and method of REST v1. */
export type Route = {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** Below `/api/v1`, with its parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly bodyIsOptional?: boolean;
  /** Another body that is taken, as multipart/form-data. */
  readonly form?: z.ZodType;
  /** Takes an `Idempotency-Key`. */
  readonly isChange?: boolean;
  readonly status: 200 | 201 | 202 | 204;
  /** The answer by media type; null where it is no JSON. */
  readonly answer: Readonly<Record<string, z.ZodType | null>>;
  /** Open to everybody. */
  readonly isPublic?: boolean;
};

const json = (shape: z.ZodType) => ({ 'application/json': shape });

/** What a report can be. */
const reportTypes = Object.fromEntries(
  Object.values<ExportFormat>(exportFormats).map(({ contentType }) => [
    contentType.split(';')[0] ?? contentType,
    null,
  ]),
);

const revisionForm = z.strictObject({
  file: z.file(),
  format: z.enum(sourceFormats).optional(),
  reason: z.string().optional(),
  base: z.coerce.number().optional(),
  mode: z.enum(['replace', 'append']).optional(),
});

/** Everything that REST v1 offers: the OpenAPI document is made of it, and a test holds the route files to it. */
export const routes: readonly Route[] = [
  {
    method: 'get',
    path: '/articles',
    summary: 'The articles of the team, latest change first.',
    query: articlesQuery,
    status: 200,
    answer: json(pageOf(articleLineShape)),
  },
  {
    method: 'post',
    path: '/articles',
    summary:
      'Put in an article, as text, Markdown, HTML or an address, or as a file (also Word, PDF and Galley JSON); several parts named `file` are several articles, each with an answer of its own.',
    body: articleBody,
    form: articleForm,
    isChange: true,
    status: 201,
    answer: json(z.union([articleShape, pageOf(importedShape)])),
  },
  {
    method: 'get',
    path: '/articles/{articleId}',
    summary: 'An article with its text, revision and seq.',
    params: articleParams,
    status: 200,
    answer: json(articleShape),
  },
  {
    method: 'get',
    path: '/articles/{articleId}/revisions',
    summary: 'The revisions of an article without their text, latest first.',
    params: articleParams,
    query: revisionsQuery,
    status: 200,
    answer: json(pageOf(revisionLineShape)),
  },
  {
    method: 'post',
    path: '/articles/{articleId}/revisions',
    summary:
      'Give an article new text, or more text at its end; every annotation gets a checked anchor on it.',
    params: articleParams,
    body: revisionBody,
    form: revisionForm,
    isChange: true,
    status: 201,
    answer: json(newRevisionShape),
  },
  {
    method: 'get',
    path: '/articles/{articleId}/revisions/{number}',
    summary: 'One revision with its text and document.',
    params: revisionParams,
    status: 200,
    answer: json(revisionShape),
  },
  {
    method: 'get',
    path: '/articles/{articleId}/annotations',
    summary: 'The annotations of an article in the order of its text.',
    params: articleParams,
    query: annotationsQuery,
    status: 200,
    answer: json(pageOf(annotationShape)),
  },
  {
    method: 'post',
    path: '/articles/{articleId}/annotations',
    summary: 'Mark a passage, by offsets or by its words.',
    params: articleParams,
    body: annotationBody,
    isChange: true,
    status: 201,
    answer: json(annotationShape.extend(changed)),
  },
  {
    method: 'post',
    path: '/articles/{articleId}/commands',
    summary:
      'Everything else that the workbench can do: one command, or up to a hundred in order, each with an id that makes a repeat harmless.',
    params: articleParams,
    body: commandRequestSchema,
    status: 200,
    answer: json(commandAnswerShape),
  },
  {
    method: 'get',
    path: '/annotations/{annotationId}',
    summary: 'One annotation with its notes, evidence and flags.',
    params: annotationParams,
    status: 200,
    answer: json(annotationShape),
  },
  {
    method: 'patch',
    path: '/annotations/{annotationId}',
    summary: 'Change the mark, the passage or the claim fields.',
    params: annotationParams,
    body: annotationChangeBody,
    isChange: true,
    status: 200,
    answer: json(annotationShape.extend(changed)),
  },
  {
    method: 'delete',
    path: '/annotations/{annotationId}',
    summary: 'Delete an annotation softly.',
    params: annotationParams,
    query: versionQuery,
    body: versionBody,
    bodyIsOptional: true,
    isChange: true,
    status: 200,
    answer: json(deletedShape),
  },
  {
    method: 'post',
    path: '/annotations/{annotationId}/notes',
    summary: 'Add a verification note, as plain or as rich text.',
    params: annotationParams,
    body: noteBody,
    isChange: true,
    status: 201,
    answer: json(noteShape.extend(changed)),
  },
  {
    method: 'post',
    path: '/annotations/{annotationId}/evidence',
    summary: 'Attach evidence.',
    params: annotationParams,
    body: evidenceBody,
    isChange: true,
    status: 201,
    answer: json(evidenceShape.extend(changed)),
  },
  {
    method: 'post',
    path: '/annotations/{annotationId}/flags',
    summary: 'Flag a passage: someone must look at it.',
    params: annotationParams,
    body: flagBody,
    isChange: true,
    status: 201,
    answer: json(flagShape.extend(changed)),
  },
  {
    method: 'get',
    path: '/articles/{articleId}/events',
    summary:
      'Events after a seq, as a page or, with Accept: text/event-stream, live (Last-Event-ID goes on). ' +
      'Live is refused with 410 when more than 1 000 events were missed: read the article anew and go on from its seq. ' +
      'A stream that the server ends says why in its last event, `end`.',
    params: eventsParams,
    query: eventsQuery,
    status: 200,
    answer: { ...json(pageOf(eventShape)), 'text/event-stream': null },
  },
  {
    method: 'get',
    path: '/articles/{articleId}/export',
    summary: 'The annotated report in a format: the checking copy, the checked copy or the public report.',
    params: exportParams,
    query: exportQuery,
    status: 200,
    answer: reportTypes,
  },
  {
    method: 'get',
    path: '/articles/{articleId}/exports',
    summary: 'One’s own exports of an article that are, or were, written in the background, latest first.',
    params: articleParams,
    status: 200,
    answer: json(pageOf(exportShape)),
  },
  {
    method: 'post',
    path: '/articles/{articleId}/exports',
    summary:
      'Have a report written in the background: ask where it stands, and fetch its file within seven days. It also comes into one’s inbox.',
    params: articleParams,
    body: exportBody,
    isChange: true,
    status: 202,
    answer: json(exportShape),
  },
  {
    method: 'get',
    path: '/exports/{exportId}',
    summary: 'Where one of one’s own exports stands.',
    params: exportIdParams,
    status: 200,
    answer: json(exportShape),
  },
  {
    method: 'delete',
    path: '/exports/{exportId}',
    summary: 'End the writing of an export. One that has ended stays as it is.',
    params: exportIdParams,
    status: 200,
    answer: json(exportShape),
  },
  {
    method: 'get',
    path: '/exports/{exportId}/file',
    summary: 'The file of an export, once it is ready.',
    params: exportIdParams,
    status: 200,
    answer: reportTypes,
  },
  {
    method: 'post',
    path: '/articles/{articleId}/bring-back',
    summary:
      'Bring a file back onto an article: W3C Web Annotations of Galley, Hypothesis or Recogito, or a table of claims. ' +
      'With dryRun=true the answer is what would happen; else it is done, at most 200 items in one request. ' +
      'What is there already is not done again.',
    params: articleParams,
    query: bringBackQuery,
    body: bringBackBody,
    form: bringBackForm,
    status: 200,
    answer: json(z.union([planShape, broughtBackShape])),
  },
  {
    method: 'get',
    path: '/openapi.json',
    summary: 'This document.',
    status: 200,
    answer: json(z.looseObject({ openapi: z.string() })),
    isPublic: true,
  },
];
