'use client';

import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { imports as importsWords } from '../messages/imports';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { controlClass, Field, fieldDescription } from '../ui/Field';
import { FileField } from '../ui/FileField';
import { Problem } from '../ui/Notice';
import { SegmentedControl } from '../ui/SegmentedControl';
import { AddressForm } from './AddressForm';
import { findFileFault, type ImportSource } from './import-source';
import { type Reading, ReadingBar } from './ReadingBar';
import { usePastedText } from './use-pasted-text';

type ImportFormProps = {
  readonly onRead: (source: ImportSource) => void;
  /** Takes many files at once; without it one is asked for. */
  readonly onMany?: ((files: readonly File[]) => void) | undefined;
  readonly onCancel: () => void;
  /** What is being read, and how far it is; undefined while nothing is. */
  readonly reading: Reading | undefined;
  /** Why the last source could not be read. */
  readonly failure: string | undefined;
};

type Place = 'text' | 'file' | 'address';

/** Where the article comes from: the clipboard, the keyboard, an address, or files, also dropped. */
export function ImportForm({ onRead, onMany, onCancel, reading, failure }: ImportFormProps) {
  const words = importsWords.source;
  const pasted = usePastedText();
  const [fault, setFault] = useState<{ readonly at: Place; readonly message: string }>();
  const [isOver, setOver] = useState(false);
  const [cause, setCause] = useState<Place>('text');
  const fieldId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const isReading = reading !== undefined;
  useEffect(() => {
    if (failure !== undefined && cause === 'text') field.current?.focus();
  }, [failure, cause]);
  const errorAt = (place: Place) =>
    fault?.at === place ? fault.message : fault === undefined && cause === place ? failure : undefined;

  function readText(): void {
    setCause('text');
    if (pasted.isEmpty) {
      setFault({ at: 'text', message: words.empty });
      field.current?.focus();
      return;
    }
    setFault(undefined);
    onRead(pasted.source());
  }

  function readAddress(url: string | undefined): void {
    setCause('address');
    setFault(url === undefined ? { at: 'address', message: words.noAddress } : undefined);
    if (url !== undefined) onRead({ kind: 'address', url });
  }

  function readFiles(chosen: readonly File[]): void {
    const [first, ...others] = chosen;
    if (first === undefined) return;
    setCause('file');
    if (others.length > 0) {
      setFault(onMany === undefined ? { at: 'file', message: words.oneFile } : undefined);
      onMany?.(chosen);
      return;
    }
    const message = findFileFault(first);
    setFault(message === undefined ? undefined : { at: 'file', message });
    if (message === undefined) onRead({ kind: 'file', file: first });
  }

  function drop(event: DragEvent): void {
    setOver(false);
    const { files } = event.dataTransfer;
    if (files.length === 0) return;
    event.preventDefault();
    if (!isReading) readFiles([...files]);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button below does the same
    <div
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        const { relatedTarget } = event;
        if (!(relatedTarget instanceof Node && event.currentTarget.contains(relatedTarget))) setOver(false);
      }}
      onDrop={drop}
      className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_19rem]"
    >
      <div className="flex flex-col gap-4">
        <Field id={fieldId} label={words.paste} hint={words.pasteHint} error={errorAt('text')}>
          <textarea
            ref={field}
            id={fieldId}
            value={pasted.text}
            rows={14}
            dir="auto"
            readOnly={isReading}
            spellCheck={false}
            placeholder={words.placeholder}
            aria-invalid={errorAt('text') === undefined ? undefined : true}
            aria-describedby={fieldDescription(fieldId, { hint: words.pasteHint, error: errorAt('text') })}
            onPaste={(event) => {
              if (pasted.paste(event)) setFault(undefined);
            }}
            onChange={(event) => {
              pasted.type(event.currentTarget.value);
              setFault(undefined);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) readText();
            }}
            className={classNames(controlClass, 'min-h-72 resize-y px-4 py-3 font-serif text-lg')}
          />
        </Field>
        {pasted.isRich ? <p className="text-sm text-ink-2">{words.rich}</p> : null}
        {pasted.hadFormatting ? (
          <p role="status" className="text-sm text-ink-2">
            {words.richLost}
          </p>
        ) : null}
        {isReading ? (
          <div className="flex items-end gap-4">
            <div className="flex-1">
              <ReadingBar {...reading} />
            </div>
            <Button onClick={onCancel}>{words.cancel}</Button>
          </div>
        ) : (
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="primary" onClick={readText}>
              {words.preview}
            </Button>
            {pasted.text === '' ? null : (
              <SegmentedControl
                label={words.format}
                options={pasted.formats.map((value) => ({ value, label: words.formats[value] }))}
                value={pasted.format}
                onChange={pasted.setFormat}
              />
            )}
          </div>
        )}
      </div>
      <div className="flex flex-col gap-6">
        <AddressForm
          error={errorAt('address')}
          isReading={isReading}
          onType={() => setFault(undefined)}
          onFetch={readAddress}
        />
        <FileField
          label={onMany === undefined ? words.file : words.files}
          hint={isOver ? words.drop : onMany === undefined ? words.fileHint : words.filesHint}
          accept=".txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.pdf,.json"
          multiple={onMany !== undefined}
          disabled={isReading}
          isOver={isOver}
          onChoose={readFiles}
        />
        <Problem>{errorAt('file')}</Problem>
      </div>
    </div>
  );
}
