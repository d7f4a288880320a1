import { CodeField } from './CodeField';
import { OwnPasswordField, StepDialog, type StepDialogProps } from './StepDialog';

type PasswordAndCodeProps<Result> = Omit<StepDialogProps<Result>, 'onCancel' | 'children'> & {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
};

/** Asks for password and code before something about the second factor is done. */
export function PasswordAndCodeDialog<Result>({ open, onOpenChange, ...step }: PasswordAndCodeProps<Result>) {
  // Made anew each time it opens: nothing typed before is there.
  return open ? (
    <StepDialog {...step} onCancel={() => onOpenChange(false)}>
      {(state) => (
        <>
          <OwnPasswordField state={state} />
          <CodeField state={state} />
        </>
      )}
    </StepDialog>
  ) : null;
}
