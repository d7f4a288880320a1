import type { CommandAnswer } from '@/lib/domain/commands';
import type { EventBody } from '@/lib/domain/events';
import type { QueueItem } from '@/lib/domain/queue';
import { askServer, Refusal } from '../articles/ask-server';
import { sendCommands } from '../articles/send-command';
import { articles as articlesWords } from '../messages/articles';
import type { CommandWithoutId } from '../workbench/workbench-context';
import type { SeenVersions } from './queue-act';

/** A claim that an act could not be done to, and why, in a sentence. */
export type Failure = { readonly item: QueueItem; readonly message: string };

/** What became of an act: the claims that it was done to, the others with their reasons, and the new versions. */
export type ActResult = {
  readonly done: readonly QueueItem[];
  readonly failures: readonly Failure[];
  readonly versions: ReadonlyMap<string, SeenVersions>;
};

/** Sends commands for many claims, one request an article; what is refused for one claim is done for the others. */
export async function sendForItems(
  items: readonly QueueItem[],
  commandsOf: (item: QueueItem) => readonly CommandWithoutId[],
): Promise<ActResult> {
  const results = await Promise.all(byArticle(items).map((group) => sendGroup(group, commandsOf)));
  return joined(results);
}

/** Hides claims from one's own queue until the time that each is to have; null shows it again. */
export async function snoozeItems(
  items: readonly QueueItem[],
  untilOf: (item: QueueItem) => string | null,
): Promise<ActResult> {
  const groups = byArticle(items)
    .flatMap((group) => [...Map.groupBy(group, untilOf)])
    .flatMap(([until, group]) => inPortions(group).map((portion) => [until, portion] as const));
  return joined(
    await Promise.all(
      groups.map(async ([until, group]): Promise<ActResult> => {
        const articleId = group[0]?.articleId ?? '';
        const annotationIds = group.map(({ annotationId }) => annotationId);
        try {
          await askServer(`/api/articles/${articleId}/snoozes`, {
            method: 'PUT',
            body: { annotationIds, until },
          });
          return { done: group, failures: [], versions: new Map() };
        } catch (error) {
          return allFailed(group, error);
        }
      }),
    ),
  );
}

/** As many as the door takes at once. */
function inPortions(items: readonly QueueItem[]): readonly (readonly QueueItem[])[] {
  const size = 100;
  return Array.from({ length: Math.ceil(items.length / size) }, (_, number) =>
    items.slice(number * size, (number + 1) * size),
  );
}

function byArticle(items: readonly QueueItem[]): readonly (readonly QueueItem[])[] {
  return [...Map.groupBy(items, ({ articleId }) => articleId).values()];
}

async function sendGroup(
  items: readonly QueueItem[],
  commandsOf: (item: QueueItem) => readonly CommandWithoutId[],
): Promise<ActResult> {
  const asked = items.map((item) => ({ item, commands: commandsOf(item) }));
  const articleId = items[0]?.articleId ?? '';
  try {
    const answers = [
      ...(await sendCommands(
        articleId,
        asked.flatMap(({ commands }) => commands),
      )),
    ];
    return joined(asked.map(({ item, commands }) => resultOf(item, answers.splice(0, commands.length))));
  } catch (error) {
    return allFailed(items, error);
  }
}

function resultOf(item: QueueItem, answers: readonly CommandAnswer[]): ActResult {
  const refused = answers.find((answer) => !answer.ok);
  const versions = new Map([[item.key, versionsIn(answers)]]);
  return refused === undefined || refused.ok
    ? { done: [item], failures: [], versions }
    : { done: [], failures: [{ item, message: refused.error.message }], versions };
}

function versionsIn(answers: readonly CommandAnswer[]): SeenVersions {
  const all = answers.map((answer) => (answer.ok ? versionIn(answer.event.body) : {}));
  return Object.assign({}, ...all);
}

function versionIn(body: EventBody): SeenVersions {
  switch (body.type) {
    case 'flag.looked':
    case 'flag.reopened':
    case 'flag.changed':
      return { flag: body.version };
    default:
      return 'check' in body && body.check !== undefined ? { check: body.check.version } : {};
  }
}

function allFailed(items: readonly QueueItem[], error: unknown): ActResult {
  const message = error instanceof Refusal ? error.message : articlesWords.noAnswer;
  return { done: [], failures: items.map((item) => ({ item, message })), versions: new Map() };
}

function joined(results: readonly ActResult[]): ActResult {
  return {
    done: results.flatMap(({ done }) => done),
    failures: results.flatMap(({ failures }) => failures),
    versions: new Map(results.flatMap(({ versions }) => [...versions])),
  };
}
