import { type ReactNode, useId } from 'react';
import { messages } from '../messages';
import { classNames } from './class-names';

export type FieldWords = {
  readonly label: string;
  /** Hides the label from sight where the place already says it. */
  readonly hideLabel?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Says "optional" beside the label. */
  readonly optional?: boolean | undefined;
};

type FieldProps = FieldWords & {
  /** The control's id; give the control `fieldDescription(id, …)` as aria-describedby. */
  readonly id: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** Label above, control, then hint and error, tied together for assistive technology by ids. */
export function Field({ id, label, hideLabel, hint, error, optional, className, children }: FieldProps) {
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-sm font-medium text-ink'}>
        {label}
        {optional ? <span className="font-normal text-ink-3"> · {messages.ui.optional}</span> : null}
      </label>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

/** Hint and error below a control. */
export function FieldNotes({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) {
  return (
    <>
      {error === undefined ? null : (
        <p id={`${id}-error`} className="text-sm text-danger">
          {error}
        </p>
      )}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-xs text-ink-2">
          {hint}
        </p>
      )}
    </>
  );
}

type ControlProps = FieldWords & {
  readonly id?: string | undefined;
  readonly className?: string | undefined;
};

/** Parts what belongs to a field from what belongs to the control in it, and ties the two together. */
export function useControl<Props extends ControlProps>(props: Props) {
  const ownId = useId();
  const { label, hideLabel, hint, error, optional, className, id = ownId, ...rest } = props;
  return {
    field: { id, label, hideLabel, hint, error, optional, className },
    control: {
      ...rest,
      id,
      'aria-invalid': error === undefined ? undefined : true,
      'aria-describedby': fieldDescription(id, { hint, error }),
    },
  };
}

/** The ids of a field's error and hint, for aria-describedby; absent when it has neither. */
export function fieldDescription(id: string, words: Pick<FieldWords, 'hint' | 'error'>): string | undefined {
  const ids = [
    words.error === undefined ? undefined : `${id}-error`,
    words.hint === undefined ? undefined : `${id}-hint`,
  ];
  return classNames(...ids) || undefined;
}

/** The look shared by every control one types or chooses in. */
export const controlClass =
  'w-full min-w-0 rounded-lg border border-line-3 bg-sheet px-2.5 text-base text-ink transition-colors hover:border-ink-3 ' +
  'focus:border-pencil focus:outline-2 focus:outline-offset-0 focus:outline-pencil ' +
  'aria-invalid:border-danger disabled:border-line-2 disabled:bg-wash disabled:text-ink-3 [&[readonly]]:bg-wash';
