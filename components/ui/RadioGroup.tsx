import { useId } from 'react';
import { classNames } from './class-names';
import { FieldNotes, type FieldWords, fieldDescription } from './Field';

export type RadioOption = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly disabled?: boolean;
};

type RadioGroupProps = Pick<FieldWords, 'label' | 'hideLabel' | 'hint' | 'error'> & {
  readonly name: string;
  readonly options: readonly RadioOption[];
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly onChange?: ((value: string) => void) | undefined;
  readonly className?: string | undefined;
};

/** One choice of a few, all in sight. Controlled with `value` and `onChange`, else with `defaultValue`. */
export function RadioGroup({
  name,
  label,
  hideLabel,
  hint,
  error,
  options,
  value,
  defaultValue,
  onChange,
  className,
}: RadioGroupProps) {
  const id = useId();
  return (
    <fieldset
      aria-describedby={fieldDescription(id, { hint, error })}
      className={classNames('flex flex-col gap-1', className)}
    >
      <legend className={hideLabel ? 'sr-only' : 'mb-1 text-sm font-medium text-ink'}>{label}</legend>
      {options.map((option) => (
        <div key={option.value} className="flex items-start gap-2 py-0.5">
          <input
            id={`${id}-${option.value}`}
            type="radio"
            name={name}
            value={option.value}
            disabled={option.disabled}
            aria-describedby={option.hint === undefined ? undefined : `${id}-${option.value}-hint`}
            className="mt-0.5 size-4 shrink-0"
            {...(value === undefined
              ? { defaultChecked: option.value === defaultValue }
              : { checked: option.value === value })}
            {...(onChange === undefined ? {} : { onChange: () => onChange(option.value) })}
          />
          <span className="flex min-w-0 flex-col">
            <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
            {option.hint === undefined ? null : (
              <span id={`${id}-${option.value}-hint`} className="text-xs text-ink-2">
                {option.hint}
              </span>
            )}
          </span>
        </div>
      ))}
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}
