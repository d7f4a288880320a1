import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { bringBack } from '../messages/bring-back';
import { FileField } from '../ui/FileField';
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

  function take([file]: readonly File[]): void {
    if (file !== undefined) onChoose(file);
  }

  function drop(event: DragEvent): void {
    setOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    take([...event.dataTransfer.files]);
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
      >
        <FileField
          ref={field}
          label={words.file}
          hint={isOver ? words.drop : words.table}
          accept=".docx,.json,.jsonld,.csv,.tsv,.txt"
          variant="primary"
          isOver={isOver}
          onChoose={take}
        />
      </div>
      {failure === undefined ? null : (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
    </section>
  );
}
