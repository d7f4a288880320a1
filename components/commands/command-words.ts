import { type CommandId, waysToPress } from '@/lib/workbench/command-table';
import { messages } from '../messages';
import { isMac } from '../workbench/is-mac';

const names: Readonly<Record<CommandId, string>> = {
  ...messages.commands.names,
  ...messages.workbench.keys.names,
};

/** What a command is called. */
export function nameOfCommand(id: CommandId): string {
  return names[id];
}

/** The first way to press a command, on this person's keyboard. */
export function keysOfCommand(id: CommandId): string {
  return waysToPress(id, isMac())[0] ?? '';
}
