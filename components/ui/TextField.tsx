import { type ComponentProps, useId } from 'react';
import { classNames } from './class-names';
import { controlClass, Field, type FieldWords, fieldDescription } from './Field';

type TextFieldProps = Omit<ComponentProps<'input'>, 'children'> & FieldWords;

/** One line of text, with its label. */
export function TextField({
  label,
  hideLabel,
  hint,
  error,
  optional,
  className,
  id: givenId,
  ...rest
}: TextFieldProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const words = { label, hideLabel, hint, error, optional };
  return (
    <Field id={id} {...words} className={className}>
      <input
        {...rest}
        id={id}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={fieldDescription(id, words)}
        className={classNames(controlClass, 'h-8.5')}
      />
    </Field>
  );
}
