import { type ComponentProps, useId } from 'react';
import { classNames } from './class-names';
import { FieldNotes, type FieldWords, fieldDescription } from './Field';

type CheckboxProps = Omit<ComponentProps<'input'>, 'children' | 'type'> &
  Pick<FieldWords, 'label' | 'hint' | 'error'>;

/** A yes or no, label at its right. */
export function Checkbox({ label, hint, error, className, id: givenId, ...rest }: CheckboxProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <div className={classNames('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="flex min-h-6 items-start gap-2 py-0.5">
        <input
          {...rest}
          id={id}
          type="checkbox"
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={fieldDescription(id, { hint, error })}
          className="mt-0.5 size-4 shrink-0"
        />
        {label}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}
