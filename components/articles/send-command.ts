import type { CommandAnswer } from '@/lib/domain/commands';
import type { ArticleEvent } from '@/lib/domain/events';
import { newId } from '@/lib/domain/new-id';
import { maxCommandsPerRequest } from '@/lib/domain/request-limits';
import { createHttpTransport } from '@/lib/workbench/http-transport';
import { articles as articlesWords } from '../messages/articles';
import type { CommandWithoutId } from '../workbench/workbench-context';
import { Refusal } from './ask-server';

/** Sends one command from outside the workbench and waits until it is saved. Throws `Refusal`. */
export async function sendCommand(articleId: string, command: CommandWithoutId): Promise<ArticleEvent> {
  const [answer] = await sendCommands(articleId, [command]);
  if (answer === undefined) throw new Refusal('INTERNAL', articlesWords.noAnswer);
  if (!answer.ok) throw new Refusal(answer.error.code, answer.error.message, answer.error);
  return answer.event;
}

/**
 * Sends commands to one article, in order, and waits for the answer to each; one that is refused does not stop the
 * next. A lost answer is asked for again under the same ids, so nothing happens twice. Throws `Refusal` when the door
 * took none of a request.
 */
export async function sendCommands(
  articleId: string,
  commands: readonly CommandWithoutId[],
): Promise<readonly CommandAnswer[]> {
  const answers: CommandAnswer[] = [];
  for (let start = 0; start < commands.length; start += maxCommandsPerRequest) {
    answers.push(...(await sendRequest(articleId, commands.slice(start, start + maxCommandsPerRequest))));
  }
  return answers;
}

async function sendRequest(
  articleId: string,
  commands: readonly CommandWithoutId[],
): Promise<readonly CommandAnswer[]> {
  const transport = createHttpTransport(articleId, fetch.bind(globalThis));
  const whole = commands.map((command) => ({ ...command, commandId: newId() }));
  for (const waitMs of [0, 500, 2_000]) {
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    const result = await transport.send(whole);
    switch (result.kind) {
      case 'signed-out':
        throw new Refusal('UNAUTHENTICATED', articlesWords.signedOut);
      case 'refused':
        throw new Refusal(result.error.code, result.error.message, result.error);
      case 'unreachable':
        continue;
      case 'answers':
        return result.answers;
    }
  }
  throw new Refusal('OFFLINE', articlesWords.offline);
}
