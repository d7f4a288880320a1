import type { ArticleState } from './apply';
import { standingOf } from './article-sign-off';
import type { Command } from './commands';
import type { Given } from './decide';

/** What a decision rests on, where the whole state of the article is at hand, as it is in the browser. */
export function givenIn(
  command: Command,
  state: ArticleState,
  { actor, at, removed }: Pick<Given, 'actor' | 'at' | 'removed'>,
): Given {
  const { article, revision, rules, annotations } = state;
  const given = { actor, at, article, revision, rules, removed, nextSeq: state.seq + 1 };
  if (command.type === 'article.sign_off')
    return { ...given, standing: standingOf(revision, Object.values(annotations)) };
  if (!('annotationId' in command)) return given;
  const linkedId = linkIn(command);
  return {
    ...given,
    annotation: annotations[command.annotationId],
    linked: linkedId === undefined ? undefined : annotations[linkedId],
  };
}

function linkIn(command: Command): string | undefined {
  if (command.type === 'annotation.create') return command.partOfId ?? command.repeatsId ?? undefined;
  if (command.type !== 'annotation.change') return undefined;
  return command.changes.partOfId ?? command.changes.repeatsId ?? undefined;
}
