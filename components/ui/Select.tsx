import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { controlClass, Field, type FieldWords, useControl } from './Field';

export type Option = { readonly value: string; readonly label: string; readonly disabled?: boolean };

type SelectProps = Omit<ComponentProps<'select'>, 'children' | 'multiple'> &
  FieldWords & {
    readonly options: readonly Option[];
    /** A first, empty choice in words, for when nothing is chosen yet. */
    readonly placeholder?: string | undefined;
  };

/** One choice of a list, by the platform's own list: it works in forms without a script and on phones. */
export function Select({ options, placeholder, ...props }: SelectProps) {
  const { field, control } = useControl(props);
  return (
    <Field {...field}>
      <div className="relative">
        <select {...control} className={classNames(controlClass, 'h-8.5 appearance-none truncate pe-8')}>
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
