import type { ArticleState } from '../apply';
import type { Command } from '../commands';
import { standingOf } from './article-sign-off';
import { type ClaimLink, linkedIdOf, linksOf } from './claim-links';
import type { Given } from './decide';

/** What a decision rests on, where the whole state of the article is at hand, as it is in the browser. */
export function givenIn(
  command: Command,
  state: ArticleState,
  { actor, at, removed }: Pick<Given, 'actor' | 'at' | 'removed'>,
): Given {
  const { article, revision, rules, annotations, session } = state;
  const frozenAt = session?.frozenAt;
  const given = { actor, at, article, revision, rules, frozenAt, removed, nextSeq: state.seq + 1 };
  if (command.type === 'article.sign_off')
    return { ...given, standing: standingOf(revision, Object.values(annotations)) };
  if ('requestId' in command) return { ...given, replyRequests: state.replyRequests };
  if (!('annotationId' in command)) return given;
  const { annotationId } = command;
  const linkedId = linkedIdOf(wishOf(command));
  const named = { ...given, annotation: annotations[annotationId] };
  if (linkedId === undefined) return named;
  const { parts, repetitions } = linksOf(annotationId, Object.values(annotations));
  return { ...named, linked: annotations[linkedId], isLinkedTo: parts.length + repetitions.length > 0 };
}

function wishOf(command: Command): ClaimLink {
  if (command.type === 'annotation.create') return command;
  return command.type === 'annotation.change' ? command.changes : {};
}
