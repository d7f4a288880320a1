import type { Actor } from '../actor';
import type { Anchor } from '../anchor';
import type { Annotation, Note } from '../annotation';
import type { Article, Revision } from '../article';
import type { Command, CommandOf } from '../commands';
import { DomainError } from '../errors';
import type { EventBody } from '../events';
import type { Evidence } from '../evidence';
import type { EvidenceFile } from '../evidence-file';
import type { Instant } from '../ids';
import { ensureCan, frozenSentence } from '../policy';
import type { ReplyRequest } from '../reply-request-schema';
import { isFrozenAt } from '../session';
import { isSessionCommand, type SessionCommand } from '../session-command';
import type { TeamRules } from '../team-rules';
import type { Reply } from '../thread';
import type { ArticleStanding } from './article-sign-off';
import { decideAnnotation } from './decide-annotation';
import { decideArticleSignOff } from './decide-article-sign-off';
import { decideCheck } from './decide-check';
import { decideEvidence } from './decide-evidence';
import { decideFlag } from './decide-flag';
import { decideNote } from './decide-note';
import { difference, ensureVersion, named } from './decide-parts';
import { decideReplyRequest } from './decide-reply-request';
import { decideThread } from './decide-thread';
import { withStaleness } from './staleness';

/** What a decision rests on. The server reads it from the database, the browser from what it shows. */
export type Given = {
  readonly actor: Actor;
  readonly at: Instant;
  readonly article: Article;
  readonly revision: Pick<Revision, 'id' | 'text'>;
  /** The annotation that the command names; absent when it does not exist or is deleted. */
  readonly annotation?: Annotation | undefined;
  /** For a restore: the deleted thing, at the version that its deletion gave it. */
  readonly removed?:
    | {
        readonly annotation?: Annotation;
        readonly note?: Note;
        readonly evidence?: Evidence;
        readonly reply?: Reply;
      }
    | undefined;
  /** The annotation that this one is to be a part or a repetition of. */
  readonly linked?: Annotation | undefined;
  /** Other annotations are parts or repetitions of the one that the command names. */
  readonly isLinkedTo?: boolean | undefined;
  /** From when on a session keeps the article as it is; null or absent where none does. */
  readonly frozenAt?: Instant | null | undefined;
  /** For what depends on the team's way of checking; absent where nothing does. */
  readonly rules?: TeamRules | undefined;
  /** The right-of-reply log, as far as the command asks. */
  readonly replyRequests?: readonly ReplyRequest[] | undefined;
  /** Whether the team's library has the source that evidence names; absent in the browser, which cannot know. */
  readonly knowsSource?: boolean | undefined;
  /** Whether the actor may see the contact that evidence names; absent in the browser. */
  readonly knowsContact?: boolean | undefined;
  /** The file that evidence names, as the server knows it; null when there is none, absent in the browser. */
  readonly file?: EvidenceFile | null | undefined;
  /** Whether the team has the evidence that new evidence is copied from; absent in the browser, which cannot know. */
  readonly knowsOrigin?: boolean | undefined;
  /** For the article's sign-off. */
  readonly standing?: ArticleStanding | undefined;
  /** Where a passage of an earlier revision stands now; absent where it was given in the present one. */
  readonly carried?: Anchor | undefined;
  /** The anchor that the change to be taken back replaced; null when there is no such change, absent in the browser. */
  readonly replaced?: Anchor | null | undefined;
  /** Number that the event will have. */
  readonly nextSeq?: number | undefined;
  /** SHA-256 in hex; absent in the browser, where the server's answer brings it. */
  readonly hashOf?: ((content: string) => string) | undefined;
};

/**
 * The laws of the check: what a command makes happen, or a refusal (FORBIDDEN, NOT_FOUND, STALE, INVALID).
 * Pure: the server decides with it what is written, the browser what is shown while the answer is on its way.
 */
export function decide(command: Command, given: Given): EventBody {
  if (isSessionCommand(command)) throw new Error('What is done in a session is decided by decideSession.');
  if (isFrozenAt(given.frozenAt, given.at)) throw new DomainError('INVALID', frozenSentence);
  return withStaleness(decideAlone(command, given), given);
}

function decideAlone(command: Exclude<Command, SessionCommand>, given: Given): EventBody {
  switch (command.type) {
    case 'article.change':
      return changeArticle(command, given);
    case 'article.delete':
      ensureCan(given.actor, 'article.delete');
      return { type: 'article.deleted' };
    case 'article.restore':
      ensureCan(given.actor, 'article.restore');
      return { type: 'article.restored' };
    case 'reply_request.create':
    case 'reply_request.change':
    case 'reply_request.answer':
      return decideReplyRequest(command, given);
    case 'annotation.create':
    case 'annotation.create_orphaned':
    case 'annotation.change':
    case 'annotation.accept_anchor':
    case 'annotation.put_back':
    case 'annotation.delete':
    case 'annotation.restore':
      return decideAnnotation(command, given);
    case 'note.create':
    case 'note.change':
    case 'note.delete':
    case 'note.restore':
      return decideNote(command, given);
    case 'evidence.create':
    case 'evidence.change':
    case 'evidence.delete':
    case 'evidence.restore':
      return decideEvidence(command, given);
    case 'flag.raise':
    case 'flag.change':
    case 'flag.look':
    case 'flag.reopen':
      return decideFlag(command, given);
    case 'words.set_aside': {
      ensureCan(given.actor, 'words.set_aside');
      const { about, itemId, words } = command;
      return { type: 'words.set_aside', annotationId: named(given).id, about, itemId, words };
    }
    case 'article.sign_off':
    case 'article.withdraw_sign_off':
      return decideArticleSignOff(command, given);
    case 'thread.open':
    case 'thread.reply':
    case 'thread.resolve':
    case 'thread.reopen':
    case 'reply.change':
    case 'reply.delete':
    case 'reply.restore':
      return decideThread(command, given);
    default:
      return decideCheck(command, given);
  }
}

function changeArticle(command: CommandOf<'article.change'>, given: Given): EventBody {
  ensureCan(given.actor, 'article.change');
  ensureVersion(command.version, given.article, 'The details of this article');
  const { changes, before } = difference(given.article, command.changes);
  return { type: 'article.changed', version: given.article.version + 1, changes, before };
}
