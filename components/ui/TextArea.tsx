import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { controlClass, Field, type FieldWords, useControl } from './Field';

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'children'> & FieldWords;

/** Several lines of text, with their label; grows with what is written where the browser can. */
export function TextArea({ rows = 3, ...props }: TextAreaProps) {
  const { field, control } = useControl(props);
  return (
    <Field {...field}>
      <textarea
        {...control}
        rows={rows}
        className={classNames(controlClass, 'field-sizing-content min-h-20 py-1.5')}
      />
    </Field>
  );
}
