import 'server-only';
import { contactFieldsSchema } from '@/lib/domain/contact';
import { sourceFieldsSchema } from '@/lib/domain/source';
import {
  captureBody,
  contactChangeBody,
  fileCopyBody,
  fileForm,
  sourceChangeBody,
  sourcesQuery,
} from './desk-requests';
import {
  captureShape,
  claimMatchShape,
  contactShape,
  evidenceOriginShape,
  fileShape,
  madeShape,
  sourceLineShape,
  sourceShape,
  sourceUseShape,
} from './evidence-shapes';
import { type Route, route } from './route';

const source = {
  title: 'Port authority',
  address: 'https://port.example.org/',
  type: 'official_document',
  tier: 'primary',
  independenceGroup: null,
  note: null,
};
const contact = { name: 'A clerk', details: 'Call after six.', visibleToIds: [] };

/** What evidence rests on: files, captures, sources, contacts, and earlier claims. */
export const evidenceRoutes: readonly Route[] = [
  route(
    'POST /articles/{articleId}/files',
    'evidence.create',
    'Keep a file, uploaded as a form or copied from evidence; within a day, evidence must name it (`file` of evidence.create).',
    {
      body: fileCopyBody,
      example: { evidenceId: '0b8f5c1e-6a1f-4c8e-9a52-3f1f7f3f0a03' },
      form: fileForm,
      isChange: true,
      makes: fileShape,
    },
  ),
  route(
    'GET /articles/{articleId}/files/{fileId}',
    'article.read',
    'A file of evidence as it was uploaded; takes a Range.',
    { sends: ['application/octet-stream'] },
  ),
  route(
    'GET /annotations/{annotationId}/captures',
    'article.read',
    'What was captured of the evidence of an annotation, or is being fetched, latest first.',
    { lists: captureShape },
  ),
  route(
    'POST /annotations/{annotationId}/captures',
    'evidence.change',
    'Have the address of one piece of evidence fetched; the answer comes before the page has.',
    {
      body: captureBody,
      example: { evidenceId: '0b8f5c1e-6a1f-4c8e-9a52-3f1f7f3f0a03' },
      makes: captureShape,
    },
  ),
  route(
    'GET /annotations/{annotationId}/captures/{captureId}',
    'article.read',
    'The words of a capture, as plain text.',
    {
      sends: ['text/plain'],
    },
  ),
  route(
    'DELETE /annotations/{annotationId}/captures/{captureId}',
    'evidence.change',
    'Take back a capture that is still being fetched.',
  ),
  route(
    'GET /annotations/{annotationId}/matches',
    'queue.read',
    'Earlier claims of the team’s archive that say much the same, the most alike first; five at most.',
    { lists: claimMatchShape },
  ),
  route(
    'GET /annotations/{annotationId}/origins',
    'article.read',
    'Where evidence of an annotation was used before: of each copied piece the claim that it comes from.',
    { lists: evidenceOriginShape },
  ),
  route('GET /sources', 'source.read', 'The sources of the team’s library, latest change first.', {
    query: sourcesQuery,
    lists: sourceLineShape,
  }),
  route('POST /sources', 'source.create', 'Write a source down for all.', {
    body: sourceFieldsSchema,
    example: source,
    isChange: true,
    makes: sourceShape,
  }),
  route('GET /sources/{sourceId}', 'source.read', 'One source.', { gives: sourceLineShape }),
  route(
    'PUT /sources/{sourceId}',
    'source.change',
    'Change what is known of a source; evidence keeps what it took over.',
    { body: sourceChangeBody, example: { ...source, version: 1 }, gives: sourceLineShape },
  ),
  route('GET /sources/{sourceId}/uses', 'source.read', 'The claims that rest on a source.', {
    lists: sourceUseShape,
  }),
  route('GET /contacts', 'contact.read', 'The confidential contacts that you wrote down or that name you.', {
    lists: contactShape,
  }),
  route('POST /contacts', 'contact.create', 'Write a confidential contact down.', {
    body: contactFieldsSchema,
    example: contact,
    isChange: true,
    makes: madeShape,
  }),
  route('PUT /contacts/{contactId}', 'contact.change', 'Change a contact, and who may see it.', {
    body: contactChangeBody,
    example: { ...contact, version: 1 },
  }),
];
