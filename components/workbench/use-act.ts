'use client';

import { messages } from '../messages';
import { useToast } from '../ui/Toast';
import { type CommandWithoutId, useWorkbench } from './workbench-context';

type Act = {
  /** Asks for a change; a refusal is told. */
  readonly act: (command: CommandWithoutId) => Promise<void>;
  /** The same, with a message that offers to undo it. */
  readonly actWithUndo: (command: CommandWithoutId, message: string, undo: CommandWithoutId) => void;
};

/** How a card asks for something that needs no typing. */
export function useAct(): Act {
  const { propose } = useWorkbench();
  const { show } = useToast();

  async function act(command: CommandWithoutId): Promise<void> {
    const answer = await propose(command);
    if (!answer.ok) show({ message: messages.margin.refused(answer.error.message), tone: 'danger' });
  }

  function actWithUndo(command: CommandWithoutId, message: string, undo: CommandWithoutId): void {
    void act(command);
    show({ message, onUndo: () => void act(undo) });
  }

  return { act, actWithUndo };
}
