import 'server-only';
import { z } from 'zod';
import { commandRequestSchema, commandSchema } from '@/lib/domain/commands';
import { type Action, actions } from '@/lib/domain/policy';
import { articleForm } from '../articles/article-form';
import { bringBackBody, bringBackForm, bringBackQuery } from '../bring-back/bring-back-door';
import { broughtBackShape, planShape } from '../bring-back/shapes';
import { sourceFormats } from '../imports/parser-job';
import { handOutBody } from '../queue/hand-out-claims';
import { eventsQuery } from '../realtime/send-events';
import {
  annotationBody,
  annotationChangeBody,
  annotationsQuery,
  articleBody,
  articlesQuery,
  draftBody,
  evidenceBody,
  flagBody,
  galleyForm,
  noteBody,
  revisionBody,
  saveDraftBody,
  versionBody,
  versionQuery,
} from './requests';
import { type Route, route } from './route';
import {
  annotationShape,
  articleLineShape,
  articleShape,
  changed,
  commandAnswerShape,
  deletedShape,
  draftShape,
  eventShape,
  evidenceShape,
  flagShape,
  galleyLookShape,
  handedOutShape,
  importedShape,
  newRevisionShape,
  noteShape,
  openClaimShape,
  pageOf,
  savedDraftShape,
} from './shapes';

const revisionForm = z.strictObject({
  file: z.file(),
  format: z.enum(sourceFormats).optional(),
  reason: z.string().optional(),
  base: z.coerce.number().optional(),
  mode: z.enum(['replace', 'append']).optional(),
});
const draftForm = z.strictObject({ file: z.file(), format: z.enum(sourceFormats).optional() });

/** What the rule book is asked for commands: each is called like its action, or like the action that it is a part of. */
const actionOfCommand: Readonly<Record<string, readonly Action[]>> = {
  'annotation.create_orphaned': ['annotation.create'],
  'annotation.accept_anchor': ['annotation.change'],
  'annotation.put_back': ['annotation.change'],
  'article.sign_off': ['article.sign_off', 'article.override_sign_off'],
};
const commandTypes = commandSchema.options.map(({ shape }) => shape.type.value);

/** What the commands can do, all of it. */
export const commandActions: readonly Action[] = commandTypes.flatMap(
  (type): readonly Action[] => actionOfCommand[type] ?? actions.filter((action) => action === type),
);

/** Articles, their annotations, and everything that is done to them by commands. */
export const articleRoutes: readonly Route[] = [
  route('GET /articles', 'article.read', 'The articles of the team, latest change first.', {
    query: articlesQuery,
    lists: articleLineShape,
  }),
  route(
    'POST /articles',
    'article.import',
    'Put in an article, as text, Markdown, HTML or an address, or as a file (also Word, PDF and Galley JSON); several parts named `file` are several articles, each with an answer of its own.',
    {
      body: articleBody,
      example: { title: 'The port', format: 'text', content: 'The port grew by 40 percent.' },
      form: articleForm,
      isChange: true,
      makes: z.union([articleShape, pageOf(importedShape)]),
    },
  ),
  route('POST /imports', 'article.import', 'Read a text, a file or an address into a draft; saves nothing.', {
    body: draftBody,
    example: { format: 'text', content: 'The port\n\nThe port grew by 40 percent.' },
    form: draftForm,
    gives: draftShape,
  }),
  route(
    'POST /imports/galley',
    'article.import',
    'Look at an exported article before it comes in by `POST /articles`: what it holds, and whether the file is as a Galley signed it; saves nothing.',
    { form: galleyForm, gives: galleyLookShape },
  ),
  route('POST /imports/save', 'article.import', 'Save a draft, corrected or as it is, as an article.', {
    body: saveDraftBody,
    example: {
      articleId: '0b8f5c1e-6a1f-4c8e-9a52-3f1f7f3f0a10',
      commandId: '0b8f5c1e-6a1f-4c8e-9a52-3f1f7f3f0a11',
      details: {
        ...{ title: 'The port', byline: null, publication: null, publishedOn: null },
        ...{ sourceAddress: null, language: 'en', direction: null },
      },
      doc: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            attrs: { lead: '' },
            content: [{ type: 'text', text: 'The port grew by 40 percent.' }],
          },
        ],
      },
    },
    makes: savedDraftShape,
  }),
  route('GET /articles/{articleId}', 'article.read', 'An article with its text, revision and seq.', {
    gives: articleShape,
  }),
  route(
    'POST /articles/{articleId}/revisions',
    ['article.revise', 'article.append'],
    'Give an article new text, or more text at its end; every annotation gets a checked anchor on it.',
    {
      body: revisionBody,
      example: { format: 'text', content: 'The port grew by 14 percent.', reason: 'Corrected.', base: 1 },
      form: revisionForm,
      isChange: true,
      makes: newRevisionShape,
    },
  ),
  route(
    'GET /articles/{articleId}/annotations',
    'article.read',
    'The annotations of an article in the order of its text.',
    { query: annotationsQuery, lists: annotationShape },
  ),
  route(
    'POST /articles/{articleId}/annotations',
    'annotation.create',
    'Mark a passage, by offsets or by its words.',
    {
      body: annotationBody,
      example: { mark: 'claim', exact: 'grew by 40 percent' },
      isChange: true,
      makes: annotationShape.extend(changed),
    },
  ),
  route(
    'POST /articles/{articleId}/commands',
    [...new Set<Action>(['check.begin', ...commandActions])],
    'Everything else that the workbench can do: one command, or up to a hundred in order, each with an id that makes a repeat harmless. Each asks for the role that its own act takes; deleting and restoring an article takes a token that may do everything.',
    {
      body: commandRequestSchema,
      example: {
        commandId: '0b8f5c1e-6a1f-4c8e-9a52-3f1f7f3f0a01',
        type: 'check.begin',
        annotationId: '0b8f5c1e-6a1f-4c8e-9a52-3f1f7f3f0a02',
        version: 1,
      },
      gives: commandAnswerShape,
    },
  ),
  route(
    'GET /articles/{articleId}/open-claims',
    'claims.hand_out',
    'The claims of an article that wait for an outcome, in the order of its text, and who has them.',
    { lists: openClaimShape },
  ),
  route(
    'POST /articles/{articleId}/hand-outs',
    'claims.hand_out',
    'Split the open claims that nobody has among people: evenly, by what they know best, or by number; all of them in one request, of an article with more than 2,000 the first. ' +
      'With `dryRun` the answer is who would get what. To take one back, send `check.plan` with `assigneeId: null` and its `version`.',
    {
      body: handOutBody,
      example: { how: 'evenly', people: [{ id: '0b8f5c1e-6a1f-4c8e-9a52-3f1f7f3f0a04' }], dryRun: true },
      gives: handedOutShape,
    },
  ),
  route(
    'GET /annotations/{annotationId}',
    'article.read',
    'One annotation with its notes, evidence and flags.',
    {
      gives: annotationShape,
    },
  ),
  route(
    'PATCH /annotations/{annotationId}',
    'annotation.change',
    'Change the mark, the passage or the claim fields.',
    {
      body: annotationChangeBody,
      example: { version: 1, mark: 'opinion' },
      isChange: true,
      gives: annotationShape.extend(changed),
    },
  ),
  route('DELETE /annotations/{annotationId}', 'annotation.delete', 'Delete an annotation softly.', {
    query: versionQuery,
    body: versionBody,
    example: { version: 2 },
    bodyIsOptional: true,
    isChange: true,
    gives: deletedShape,
  }),
  route(
    'POST /annotations/{annotationId}/notes',
    'note.create',
    'Add a verification note, as plain or as rich text.',
    {
      body: noteBody,
      example: { text: 'The annual report says 14.' },
      isChange: true,
      makes: noteShape.extend(changed),
    },
  ),
  route('POST /annotations/{annotationId}/evidence', 'evidence.create', 'Attach evidence.', {
    body: evidenceBody,
    example: {
      type: 'official_document',
      tier: 'primary',
      stance: 'refutes',
      title: 'Annual report 2025',
      address: 'https://port.example.org/report.pdf',
      locator: 'p. 6',
      accessedOn: '2026-03-03',
    },
    isChange: true,
    makes: evidenceShape.extend(changed),
  }),
  route('POST /annotations/{annotationId}/flags', 'flag.raise', 'Flag a passage: someone must look at it.', {
    body: flagBody,
    example: { reason: 'Two figures.', priority: 'high' },
    isChange: true,
    makes: flagShape.extend(changed),
  }),
  route(
    'GET /articles/{articleId}/events',
    'article.read',
    'Events after a seq, as a page or, with Accept: text/event-stream, live (Last-Event-ID goes on). ' +
      'Live is refused with 410 when more than 1 000 events were missed: read the article anew and go on from its seq. ' +
      'A stream that the server ends says why in its last event, `end`.',
    { query: eventsQuery, lists: eventShape, sends: ['text/event-stream'] },
  ),
  route(
    'POST /articles/{articleId}/bring-back',
    'annotation.create',
    'Bring a file back onto an article: W3C Web Annotations of Galley, Hypothesis or Recogito, a table of claims, ' +
      'or, as a form, a report as a Word file that was corrected. ' +
      'With dryRun=true the answer is what would happen; else it is done, at most 200 items in one request. ' +
      'What is there already is not done again.',
    {
      query: bringBackQuery,
      body: bringBackBody,
      example: { content: 'Passage,Mark\n"grew by 40 percent",Claim\n' },
      form: bringBackForm,
      gives: z.union([planShape, broughtBackShape]),
    },
  ),
];
