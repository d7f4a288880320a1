import { FileUp } from 'lucide-react';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { bringBack } from '../messages/bring-back';
import { buttonClass } from '../ui/button-class';
import { classNames } from '../ui/class-names';
import { Notice } from '../ui/Notice';

type ChooseFileProps = { readonly failure: string | undefined; readonly onChoose: (file: File) => void };

const words = bringBack.choose;

/** Where the file is chosen or dropped, and what files can come back. */
export function ChooseFile({ failure, onChoose }: ChooseFileProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (failure !== undefined) field.current?.focus();
  }, [failure]);

  function drop(event: DragEvent): void {
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    onChoose(file);
  }

  return (
    <section aria-labelledby={`${id}-title`} className="mx-auto flex max-w-form flex-col gap-4">
      <h2 id={`${id}-title`} className="font-serif text-xl font-semibold text-balance">
        {words.title}
      </h2>
      <p className="text-pretty text-ink-2">{words.lead}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button below does the same */}
      <div
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classNames(
          'flex flex-col items-center gap-3 rounded-xl border border-dashed px-5 py-10 text-center transition-colors',
          isOver ? 'border-pencil bg-pencil-bg' : 'border-line-3',
        )}
      >
        <FileUp aria-hidden className="size-6 text-ink-3" strokeWidth={1.4} />
        <label
          className={classNames(
            buttonClass('primary', 'md'),
            'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-pencil',
          )}
        >
          {words.file}
          <input
            ref={field}
            type="file"
            accept=".docx,.json,.jsonld,.csv,.tsv,.txt"
            aria-describedby={`${id}-hint`}
            className="sr-only"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file !== undefined) onChoose(file);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <p id={`${id}-hint`} className="max-w-prose text-xs text-pretty text-ink-2">
          {isOver ? words.drop : words.table}
        </p>
      </div>
      {failure === undefined ? null : (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
    </section>
  );
}
