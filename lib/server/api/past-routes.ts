import 'server-only';
import { comparisonQuery, historyQuery } from './past-requests';
import {
  comparedLineShape,
  evidenceVersionShape,
  historyLineShape,
  pastStateShape,
  replyRequestShape,
  wordsVersionShape,
} from './past-shapes';
import { type Route, route } from './route';
import { annotationShape, revisionLineShape, revisionShape } from './shapes';

/** What an article was before: its revisions, its history, its earlier states, and who was asked about it. */
export const pastRoutes: readonly Route[] = [
  route(
    'GET /articles/{articleId}/revisions',
    'article.read',
    'The revisions of an article without their text, latest first.',
    { lists: revisionLineShape },
  ),
  route(
    'GET /articles/{articleId}/revisions/{number}',
    'article.read',
    'One revision with its text and document.',
    { gives: revisionShape },
  ),
  route(
    'GET /articles/{articleId}/revisions/{number}/annotations',
    'article.read',
    'The annotations as they stood when a revision was the current one for the last time.',
    { lists: annotationShape },
  ),
  route(
    'GET /articles/{articleId}/comparison',
    'article.read',
    'Two revisions line by line, the newest two unless said. Say both numbers when you read on by `cursor`.',
    { query: comparisonQuery, lists: comparedLineShape },
  ),
  route(
    'GET /articles/{articleId}/history',
    'article.read',
    'What happened on an article, latest first: all, or whose, of which kind, about which annotation.',
    { query: historyQuery, lists: historyLineShape },
  ),
  route(
    'GET /articles/{articleId}/states/{seq}',
    'article.read',
    'An article as it was after one event of its history.',
    { gives: pastStateShape },
  ),
  route(
    'GET /articles/{articleId}/states/{seq}/annotations',
    'article.read',
    'The annotations as they were after one event. Two such lists can be compared.',
    { lists: annotationShape },
  ),
  route(
    'GET /articles/{articleId}/versions/{itemId}',
    'article.read',
    'What a note or a reply has said, oldest first, the present words last.',
    { lists: wordsVersionShape },
  ),
  route(
    'GET /articles/{articleId}/evidence/{evidenceId}/versions',
    'article.read',
    'What a piece of evidence has said, oldest first, as it stands now last.',
    { lists: evidenceVersionShape },
  ),
  route(
    'GET /articles/{articleId}/reply-requests',
    'article.read',
    'The right-of-reply log: who was asked what, when, and what came back.',
    { lists: replyRequestShape },
  ),
];
