import { X } from 'lucide-react';
import { queueActs as queueActsWords } from '../messages/queue-acts';
import { IconButton } from '../ui/IconButton';
import { Notice } from '../ui/Notice';
import type { Failure } from './do-queue-act';

type FailureListProps = { readonly failures: readonly Failure[]; readonly onDismiss: () => void };

/** What an act could not be done to, each with the reason; the rest is done. */
export function FailureList({ failures, onDismiss }: FailureListProps) {
  const words = queueActsWords;
  if (failures.length === 0) return null;
  return (
    <Notice tone="danger" role="alert" className="mb-4 flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <p className="font-medium">{words.failures(failures.length)}</p>
        <ul className="mt-1 max-h-48 list-disc overflow-y-auto ps-5 text-sm">
          {failures.map(({ item, message }) => (
            <li key={item.key}>
              <span dir="auto" className="font-serif italic">
                “{item.exact.slice(0, 80)}”
              </span>{' '}
              {message}
            </li>
          ))}
        </ul>
      </div>
      <IconButton label={words.dismissFailures} size="sm" onClick={onDismiss}>
        <X aria-hidden />
      </IconButton>
    </Notice>
  );
}
