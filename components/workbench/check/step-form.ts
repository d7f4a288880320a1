import type { Annotation } from '@/lib/domain/annotation';
import type { CardDrafts } from '../use-drafts';
import type { CommandWithoutId } from '../workbench-context';
import type { CheckDraft } from './begin-step';
import type { CheckDoing } from './use-check';

/** What every form of a step is given. */
export type StepFormProps<D extends CheckDraft> = {
  readonly annotation: Annotation;
  readonly draft: D;
  readonly drafts: CardDrafts;
  readonly doing: CheckDoing;
  readonly onClose: () => void;
};

/** Closes a form and sends its step; what came of it is said aloud, and a refusal brings the form back. */
export function sendStep(
  { draft, drafts, doing, onClose }: Omit<StepFormProps<CheckDraft>, 'annotation'>,
  command: CommandWithoutId,
): void {
  onClose();
  void drafts.send(draft, command).then(doing.say);
}

/** What a form is drawn in: its message, and how it is left. */
export function formFrame({
  draft,
  drafts,
  onClose,
}: Omit<StepFormProps<CheckDraft>, 'annotation' | 'doing'>) {
  return {
    message: draft.message,
    isRefused: draft.state === 'refused',
    onLeave: onClose,
    onDiscard: () => {
      drafts.remove(draft);
      onClose();
    },
  };
}
