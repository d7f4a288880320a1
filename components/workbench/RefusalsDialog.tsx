'use client';

import type { ArticleState } from '@/lib/domain/apply';
import type { Command, CommandAnswer } from '@/lib/domain/commands';
import { richTextToPlain } from '@/lib/domain/rich-text';
import type { Person } from '@/lib/domain/team';
import type { Proposal } from '@/lib/workbench/proposal';
import type { Refusal } from '@/lib/workbench/store';
import { madeAgain } from '@/lib/workbench/way-out';
import { messages } from '../messages';
import { refusals as words } from '../messages/refusals';
import { Button } from '../ui/Button';
import { CopyField } from '../ui/CopyField';
import { Dialog } from '../ui/Dialog';

type RefusalsDialogProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly refusals: readonly Refusal[];
  readonly state: ArticleState;
  readonly propose: (proposal: Proposal) => Promise<CommandAnswer>;
  readonly whoChanged: (id: string) => Person | undefined;
  readonly onDismiss: (commandId: string) => void;
};

/**
 * The changes that were refused, each with its reason and the words that were typed, until they are dismissed. A choice
 * that somebody else has overtaken can be made again on what is there now.
 */
export function RefusalsDialog(props: RefusalsDialogProps) {
  const { open, onOpenChange, refusals, state, propose, whoChanged, onDismiss } = props;

  function takeTheirs(command: Command): void {
    const mark = command.type === 'annotation.change' ? command.changes.mark : undefined;
    if (mark !== undefined && command.type === 'annotation.change')
      void propose({
        type: 'words.set_aside',
        annotationId: command.annotationId,
        about: 'claim',
        itemId: command.annotationId,
        words: words.markOf(messages.words.marks[mark]),
      });
    onDismiss(command.commandId);
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={words.title} description={words.intro}>
      <ul>
        {refusals.map(({ command, error }) => {
          const kept = typedIn(command);
          const again = error.code === 'STALE' ? madeAgain(command, state) : undefined;
          return (
            <li key={command.commandId} className="border-t py-3">
              <div className="flex items-start justify-between gap-3 max-phone:flex-col">
                <div>
                  <p className="font-medium">{wishOf(command) ?? words.kinds[kindOf(command)]}</p>
                  <p className="text-danger">
                    {again === undefined ? error.message : words.overtaken(nameFor(command, whoChanged))}
                  </p>
                  {again === undefined ? null : (
                    <p className="text-sm text-ink-2">{standsNow(command, state)}</p>
                  )}
                </div>
                {again === undefined ? (
                  <Button size="sm" onClick={() => onDismiss(command.commandId)}>
                    {words.dismiss}
                  </Button>
                ) : (
                  <div className="flex shrink-0 gap-1.5">
                    <Button
                      size="sm"
                      onClick={() => {
                        const { commandId, ...proposal } = again;
                        onDismiss(commandId);
                        void propose(proposal);
                      }}
                    >
                      {words.keepMine}
                    </Button>
                    <Button size="sm" onClick={() => takeTheirs(command)}>
                      {words.takeTheirs}
                    </Button>
                  </div>
                )}
              </div>
              {kept === '' ? null : <CopyField label={words.kept} value={kept} className="mt-2" />}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

/** Who was quicker, as far as this page has heard. */
function nameFor(command: Command, whoChanged: RefusalsDialogProps['whoChanged']): string {
  const id = 'annotationId' in command ? command.annotationId : '';
  const part =
    'noteId' in command
      ? command.noteId
      : 'evidenceId' in command
        ? command.evidenceId
        : 'flagId' in command
          ? command.flagId
          : 'replyId' in command
            ? command.replyId
            : command.type.startsWith('check.')
              ? `check ${id}`
              : id;
  return whoChanged(part)?.name ?? words.someone;
}

/** What was asked for, where it is a choice and not words. */
function wishOf(command: Command): string | undefined {
  if (command.type === 'annotation.change' && command.changes.mark !== undefined)
    return words.markOf(messages.words.marks[command.changes.mark]);
  return command.type.endsWith('.delete') ? words.deletion : undefined;
}

/** The passage, and what it is marked as now. */
function standsNow(command: Command, { annotations }: ArticleState): string {
  const annotation = 'annotationId' in command ? annotations[command.annotationId] : undefined;
  return annotation === undefined
    ? ''
    : words.now(annotation.anchor.exact, messages.words.marks[annotation.mark]);
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
    case 'check.propose':
    case 'check.join': {
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
