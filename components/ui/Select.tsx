import { ChevronDown } from 'lucide-react';
import { type ComponentProps, useId } from 'react';
import { classNames } from './class-names';
import { controlClass, Field, type FieldWords, fieldDescription } from './Field';

export type Option = { readonly value: string; readonly label: string; readonly disabled?: boolean };

type SelectProps = Omit<ComponentProps<'select'>, 'children' | 'multiple'> &
  FieldWords & {
    readonly options: readonly Option[];
    /** A first, empty choice in words, for when nothing is chosen yet. */
    readonly placeholder?: string | undefined;
  };

/** One choice of a list, by the platform's own list: it works in forms without a script and on phones. */
export function Select({
  label,
  hideLabel,
  hint,
  error,
  optional,
  className,
  id: givenId,
  options,
  placeholder,
  ...rest
}: SelectProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const words = { label, hideLabel, hint, error, optional };
  return (
    <Field id={id} {...words} className={className}>
      <div className="relative">
        <select
          {...rest}
          id={id}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={fieldDescription(id, words)}
          className={classNames(controlClass, 'h-8.5 appearance-none truncate pe-8')}
        >
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute end-2.5 top-1/2 size-3.5 -translate-y-1/2 text-ink-3"
        />
      </div>
    </Field>
  );
}
