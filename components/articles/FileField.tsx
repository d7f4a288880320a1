import { FileUp } from 'lucide-react';
import { useId } from 'react';
import { imports as importsWords } from '../messages/imports';
import { buttonClass } from '../ui/button-class';
import { classNames } from '../ui/class-names';

type FileFieldProps = {
  readonly takesMany: boolean;
  /** Files are held over the page. */
  readonly isOver: boolean;
  readonly isReading: boolean;
  readonly onChoose: (files: readonly File[]) => void;
};

const words = importsWords.source;

/** Where files are chosen, and the sign that they can be dropped. */
export function FileField({ takesMany, isOver, isReading, onChoose }: FileFieldProps) {
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
          buttonClass('outline', 'md'),
          'hover:border-line-3 hover:bg-wash has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-pencil has-disabled:text-ink-3',
        )}
      >
        {takesMany ? words.files : words.file}
        <input
          type="file"
          multiple={takesMany}
          accept=".txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.pdf,.json"
          disabled={isReading}
          aria-describedby={hintId}
          className="sr-only"
          onChange={(event) => {
            onChoose([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <p id={hintId} className="text-xs text-pretty text-ink-2">
        {isOver ? words.drop : takesMany ? words.filesHint : words.fileHint}
      </p>
    </div>
  );
}
