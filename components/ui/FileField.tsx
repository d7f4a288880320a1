import { FileUp } from 'lucide-react';
import { type Ref, useId } from 'react';
import { type ButtonVariant, buttonClass } from './button-class';
import { classNames } from './class-names';

type FileFieldProps = {
  readonly label: string;
  readonly hint: string;
  /** Endings of names that the browser offers, parted by commas. */
  readonly accept: string;
  /** Files are held over the place where they can be dropped; whoever draws that place hears them fall. */
  readonly isOver: boolean;
  readonly onChoose: (files: readonly File[]) => void;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly variant?: ButtonVariant;
  readonly ref?: Ref<HTMLInputElement>;
};

/** Where files are chosen, and the sign that they can be dropped. */
export function FileField({ label, hint, isOver, onChoose, variant = 'outline', ...field }: FileFieldProps) {
  const hintId = useId();
  return (
    <div
      className={classNames(
        'flex flex-col items-center gap-3 rounded-xl border border-dashed px-5 py-8 text-center transition-colors',
        isOver ? 'border-pencil bg-pencil-bg' : 'border-line-3',
      )}
    >
      <FileUp aria-hidden className="size-6 text-ink-3" strokeWidth={1.4} />
      <label
        className={classNames(
          buttonClass(variant, 'md'),
          'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-pencil has-disabled:text-ink-3',
          variant === 'outline' && 'hover:border-line-3 hover:bg-wash',
        )}
      >
        {label}
        <input
          {...field}
          type="file"
          aria-describedby={hintId}
          className="sr-only"
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            if (files.length > 0) onChoose(files);
          }}
        />
      </label>
      <p id={hintId} className="max-w-prose text-xs text-pretty text-ink-2">
        {hint}
      </p>
    </div>
  );
}
