import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { controlClass, Field, type FieldWords, useControl } from './Field';

type TextFieldProps = Omit<ComponentProps<'input'>, 'children'> & FieldWords;

/** One line of text, with its label. */
export function TextField(props: TextFieldProps) {
  const { field, control } = useControl(props);
  return (
    <Field {...field}>
      <input {...control} className={classNames(controlClass, 'h-8.5')} />
    </Field>
  );
}
