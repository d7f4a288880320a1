import type { Command } from './commands';

/** What is done in and to a session of an article; `decideSession` decides it, on the server only. */
export type SessionCommand = Extract<Command, { readonly type: `session.${string}` }>;

/** Whether a command is about a session. */
export function isSessionCommand(command: Command): command is SessionCommand {
  return command.type.startsWith('session.');
}
