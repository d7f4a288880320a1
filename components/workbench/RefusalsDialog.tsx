'use client';

import type { Command } from '@/lib/domain/commands';
import { richTextToPlain } from '@/lib/domain/rich-text';
import type { Refusal } from '@/lib/workbench/store';
import { messages } from '../messages';
import { Button } from '../ui/Button';
import { CopyField } from '../ui/CopyField';
import { Dialog } from '../ui/Dialog';

type RefusalsDialogProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly refusals: readonly Refusal[];
  readonly onDismiss: (commandId: string) => void;
};

const words = messages.workbench.refusals;

/** The changes that were refused, each with its reason and the words that were typed, until they are dismissed. */
export function RefusalsDialog({ open, onOpenChange, refusals, onDismiss }: RefusalsDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={words.title} description={words.intro}>
      <ul>
        {refusals.map(({ command, error }) => {
          const kept = typedIn(command);
          return (
            <li key={command.commandId} className="border-t py-3">
              <div className="flex items-start justify-between gap-3">
                <div>
                  <p className="font-medium">{words.kinds[kindOf(command)]}</p>
                  <p className="text-danger">{error.message}</p>
                </div>
                <Button size="sm" onClick={() => onDismiss(command.commandId)}>
                  {words.dismiss}
                </Button>
              </div>
              {kept === '' ? null : <CopyField label={words.kept} value={kept} className="mt-2" />}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

function kindOf({ type }: Command): keyof typeof words.kinds {
  if (type.startsWith('note.')) return 'note';
  if (type.startsWith('evidence.')) return 'evidence';
  if (type.startsWith('flag.')) return 'flag';
  if (type.startsWith('check.')) return 'check';
  return type.startsWith('annotation.') ? 'annotation' : 'article';
}

/** What a person has typed in a command, as plain words. */
function typedIn(command: Command): string {
  switch (command.type) {
    case 'note.create':
    case 'note.change':
      return richTextToPlain(command.body);
    case 'evidence.create':
      return texts(command.fields);
    case 'evidence.change':
    case 'flag.change':
      return texts(command.changes);
    case 'flag.raise':
      return command.fields.reason;
    case 'annotation.change':
      return texts(command.changes.claim ?? {});
    case 'article.change':
    case 'reply_request.change':
      return texts(command.changes);
    case 'reply_request.create':
      return texts(command.fields);
    case 'reply_request.answer':
      return texts(command.answer ?? {});
    case 'thread.open':
    case 'thread.reply':
    case 'reply.change':
      return richTextToPlain(command.body);
    case 'words.set_aside':
      return command.words;
    case 'flag.look':
    case 'check.decide':
      return command.note;
    case 'check.propose': {
      const { outcome: _outcome, confidence: _confidence, ...typed } = command.fields;
      return texts(typed);
    }
    case 'check.review':
      return texts({ note: command.fields.note, wording: command.fields.suggestedWording });
    case 'check.wait':
    case 'check.dispute':
    case 'check.withdraw':
    case 'check.reopen':
      return command.reason;
    default:
      return '';
  }
}

const texts = (fields: object): string =>
  Object.values(fields)
    .filter((value) => typeof value === 'string' && value !== '')
    .join('\n');
