import { type ComponentProps, useId } from 'react';
import { classNames } from './class-names';
import { controlClass, Field, type FieldWords, fieldDescription } from './Field';

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'children'> & FieldWords;

/** Several lines of text, with their label; grows with what is written where the browser can. */
export function TextArea({
  label,
  hideLabel,
  hint,
  error,
  optional,
  className,
  id: givenId,
  rows = 3,
  ...rest
}: TextAreaProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const words = { label, hideLabel, hint, error, optional };
  return (
    <Field id={id} {...words} className={className}>
      <textarea
        {...rest}
        id={id}
        rows={rows}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={fieldDescription(id, words)}
        className={classNames(controlClass, 'field-sizing-content min-h-20 py-1.5')}
      />
    </Field>
  );
}
