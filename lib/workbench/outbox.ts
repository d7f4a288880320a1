import type { Command } from '@/lib/domain/commands';

/** Where commands wait until the server has answered them, in the order in which they were given. */
export type Outbox = {
  /** All waiting commands, oldest first. */
  readonly list: () => readonly Command[];
  readonly add: (command: Command) => void;
  readonly remove: (commandId: string) => void;
};

/** An outbox that lives as long as the page. */
export function createMemoryOutbox(): Outbox {
  const waiting = new Map<string, Command>();
  return {
    list: () => [...waiting.values()],
    add: (command) => {
      waiting.set(command.commandId, command);
    },
    remove: (commandId) => {
      waiting.delete(commandId);
    },
  };
}
