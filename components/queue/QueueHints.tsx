import { DeskHints } from '../articles/DeskHints';
import { messages } from '../messages';

/** The keys of the queue, at the foot of the page. */
export function QueueHints({ isLooked }: { readonly isLooked: boolean }) {
  const words = messages.queue;
  return (
    <DeskHints
      hints={[
        ['J K', words.keyMove],
        ['↵', words.keyOpen],
        ['E', isLooked ? words.keyReopen : words.keyLook],
        ['H', words.keySnooze],
        ['X', words.keySelect],
        ['U', words.keyBack],
        ['Z', words.keyUndo],
      ]}
    />
  );
}
