import { DeskHints } from '../articles/DeskHints';
import { claimMatch as claimMatchWords } from '../messages/claim-match';
import { queue as queueWords } from '../messages/queue';

/** The keys of the queue, at the foot of the page. */
export function QueueHints({ isLooked }: { readonly isLooked: boolean }) {
  const words = queueWords;
  return (
    <DeskHints
      hints={[
        [['queue.next', 'queue.previous'], words.keyMove],
        [['queue.open'], words.keyOpen],
        [['queue.finish'], isLooked ? words.keyReopen : words.keyLook],
        [['queue.snooze'], words.keySnooze],
        [['queue.select'], words.keySelect],
        [['queue.reuse'], claimMatchWords.keyReuse],
        [['queue.list'], words.keyBack],
        [['queue.undo'], words.keyUndo],
      ]}
    />
  );
}
