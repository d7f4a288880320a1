import 'server-only';
import type { NewWhole } from '@/lib/db/insert-whole';
import type { Revision } from '@/lib/domain/article';
import { canonicalText } from '@/lib/domain/article-doc';
import type { EventBody } from '@/lib/domain/events';
import type { Instant } from '@/lib/domain/ids';
import { type Ballot, isSealedVote } from '@/lib/domain/session';
import type { GalleyFile } from '@/lib/exchange/galley/file-schema';
import { type Renewal, renewIds } from '@/lib/exchange/galley/renew-ids';
import type { GalleyWhole } from '@/lib/exchange/galley/whole-schema';
import { hostOf } from '../captures/host-of';
import { type Renewing, renewedAnnotation } from './renewed-annotation';

/** What an article has besides its present state, under new ids. `at`: what the file says of later times counts as now. */
export function renewedWhole(
  file: GalleyFile,
  whole: GalleyWhole,
  { articleId, renewal, ids, at }: Renewing & { readonly at: Instant },
): NewWhole {
  const { team, exportedAt, record, article } = file;
  const origins = whole.revisions.map((revision) => originOf(revision, articleId, renewal));
  const last = origins.at(-1);
  // the format has at least one revision
  if (last === undefined) throw new Error('A whole Galley file has a revision.');
  return {
    from: { team, exportedAt, ...record },
    version: article.version,
    frozenAt: whole.frozenAt,
    earlier: whole.revisions.slice(0, -1).map((revision, index) => ({
      revision: revisionOf(revision, renewal),
      origin: origins[index] ?? last,
    })),
    origin: last,
    events: whole.events.map((event) => {
      const { commandId, actorId, revisionId, body } = renewIds(event, renewal);
      // validated; the domain's own type is only stricter about `undefined`
      return { commandId, actorId, revisionId, at: notAfter(event.at, at), body: body as EventBody };
    }),
    sessions: renewIds(whole.sessions, renewal),
    ballots: renewIds(whole.ballots.map(withoutSealed), renewal),
    corrections: renewIds(whole.corrections, renewal),
    files: whole.files.flatMap(({ content, ...rest }) => (content === null ? [] : [renewIds(rest, renewal)])),
    captures: whole.captures.map((capture) => ({
      ...renewIds(capture, renewal),
      host: hostOf(capture.address),
    })),
    deleted: {
      ...renewIds({ ...whole.deleted, annotations: [] }, renewal),
      annotations: whole.deleted.annotations.map(({ annotation, deletedAt }) => ({
        deletedAt,
        annotation: renewedAnnotation(annotation, { articleId, renewal, ids }),
      })),
    },
  };
}

/** The present text of an article that was exported whole. */
export function presentRevision({ whole }: GalleyFile, renewal: Renewal): Revision {
  const present = whole?.revisions.at(-1);
  if (present === undefined) throw new Error('Only a whole Galley file has revisions.');
  return revisionOf(present, renewal);
}

type FileRevision = GalleyWhole['revisions'][number];

function revisionOf(
  { id, number, doc, hash, sentences, createdAt }: FileRevision,
  renewal: Renewal,
): Revision {
  return {
    ...{ id: renewal.revision(id), number, doc, hash },
    text: canonicalText(doc),
    sentences: sentences.map(([start, end]) => ({ start, end })),
    createdAt: new Date(createdAt).toISOString(),
  };
}

function originOf(
  { createdById, source, reason, drift }: FileRevision,
  articleId: string,
  renewal: Renewal,
): NewWhole['origin'] {
  return { articleId, createdById: renewal.person(createdById), source, reason, drift };
}

/** A vote that whoever wrote the file could not see is not in it: whoever gave it has to say it again. */
function withoutSealed(ballot: Ballot): Ballot {
  return {
    ...ballot,
    rounds: ballot.rounds.map((round) => ({
      ...round,
      votes: round.votes.filter((vote) => !isSealedVote(vote)),
    })),
  };
}

const notAfter = (time: Instant, limit: Instant): Instant =>
  new Date(Math.min(Date.parse(time), Date.parse(limit))).toISOString();
