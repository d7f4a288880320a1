import { newId } from '@/lib/domain/new-id';
import { createHttpTransport } from '@/lib/workbench/http-transport';
import { messages } from '../messages';
import type { CommandWithoutId } from '../workbench/workbench-context';
import { Refusal } from './ask-server';

/**
 * Sends one command from outside the workbench and waits until it is saved. A lost answer is asked for again
 * under the same id, so nothing happens twice. Throws `Refusal`.
 */
export async function sendCommand(articleId: string, command: CommandWithoutId): Promise<void> {
  const transport = createHttpTransport(articleId, fetch.bind(globalThis));
  const whole = { ...command, commandId: newId() };
  for (const waitMs of [0, 500, 2_000]) {
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    const result = await transport.send([whole]);
    switch (result.kind) {
      case 'signed-out':
        throw new Refusal('UNAUTHENTICATED', messages.articles.signedOut);
      case 'refused':
        throw new Refusal(result.error.code, result.error.message, result.error);
      case 'unreachable':
        continue;
      case 'answers': {
        const [answer] = result.answers;
        if (answer === undefined) throw new Refusal('INTERNAL', messages.articles.noAnswer);
        if (!answer.ok) throw new Refusal(answer.error.code, answer.error.message, answer.error);
        return;
      }
    }
  }
  throw new Refusal('OFFLINE', messages.articles.offline);
}
