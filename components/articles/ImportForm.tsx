'use client';

import { FileUp } from 'lucide-react';
import { type ClipboardEvent, type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { imports as importsWords } from '../messages/imports';
import { Button } from '../ui/Button';
import { buttonClass } from '../ui/button-class';
import { classNames } from '../ui/class-names';
import { controlClass, Field, fieldDescription } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { SegmentedControl } from '../ui/SegmentedControl';
import { TextField } from '../ui/TextField';
import { findFileFault, type ImportSource } from './import-source';
import { type Reading, ReadingBar } from './ReadingBar';

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
type Format = keyof typeof importsWords.source.formats;

/** Where the article comes from: the clipboard, the keyboard, an address, or files, also dropped. */
export function ImportForm({ onRead, onMany, onCancel, reading, failure }: ImportFormProps) {
  const words = importsWords.source;
  const [text, setText] = useState('');
  const [address, setAddress] = useState('');
  const [html, setHtml] = useState<string>();
  const [format, setFormat] = useState<Format>('text');
  const [fault, setFault] = useState<{ readonly at: Place; readonly message: string }>();
  const [hadFormatting, setHadFormatting] = useState(false);
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

  function paste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const rich = event.clipboardData.getData('text/html');
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const isWhole = selectionStart === 0 && selectionEnd === value.length;
    if (rich === '' || !isWhole) return;
    event.preventDefault();
    setText(event.clipboardData.getData('text/plain'));
    setHtml(rich);
    setFormat('rich');
    setHadFormatting(false);
    setFault(undefined);
  }

  function type(next: string): void {
    setText(next);
    setFault(undefined);
    if (html !== undefined) {
      setHtml(undefined);
      setHadFormatting(format === 'rich');
      if (format === 'rich') setFormat('text');
    } else if (text === '' && looksLikeHtml(next)) setFormat('html');
  }

  function readText(): void {
    setCause('text');
    if (text.trim() === '' && html === undefined) {
      setFault({ at: 'text', message: words.empty });
      field.current?.focus();
      return;
    }
    setFault(undefined);
    if (format === 'rich' && html !== undefined) {
      onRead({ kind: 'pasted', format: 'html', content: html, shown: text });
    } else onRead({ kind: 'pasted', format: format === 'rich' ? 'text' : format, content: text });
  }

  function readAddress(): void {
    setCause('address');
    const url = /^[a-z][a-z0-9+.-]*:/i.test(address.trim()) ? address.trim() : `https://${address.trim()}`;
    const isWeb = /^https?:\/\/[^/\s]+\.?[^\s]*$/i.test(url) && URL.canParse(url);
    setFault(isWeb ? undefined : { at: 'address', message: words.noAddress });
    if (isWeb) onRead({ kind: 'address', url });
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

  const formats = (['rich', 'text', 'markdown', 'html'] as const).filter(
    (name) => name !== 'rich' || html !== undefined,
  );
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
            value={text}
            rows={14}
            dir="auto"
            readOnly={isReading}
            spellCheck={false}
            placeholder={words.placeholder}
            aria-invalid={errorAt('text') === undefined ? undefined : true}
            aria-describedby={fieldDescription(fieldId, { hint: words.pasteHint, error: errorAt('text') })}
            onPaste={paste}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) readText();
            }}
            className={classNames(controlClass, 'min-h-72 resize-y px-4 py-3 font-serif text-lg')}
          />
        </Field>
        {html !== undefined && format === 'rich' ? <p className="text-sm text-ink-2">{words.rich}</p> : null}
        {hadFormatting ? (
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
            {text === '' ? null : (
              <SegmentedControl
                label={words.format}
                options={formats.map((value) => ({ value, label: words.formats[value] }))}
                value={format}
                onChange={setFormat}
              />
            )}
          </div>
        )}
      </div>
      <div className="flex flex-col gap-6">
        <form
          noValidate
          className="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            readAddress();
          }}
        >
          <TextField
            label={words.address}
            hint={words.addressHint}
            error={errorAt('address')}
            type="url"
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
            value={address}
            readOnly={isReading}
            onChange={(event) => {
              setAddress(event.currentTarget.value);
              setFault(undefined);
            }}
          />
          <Button type="submit" disabled={isReading} className="self-start">
            {words.fetch}
          </Button>
        </form>
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
            {onMany === undefined ? words.file : words.files}
            <input
              type="file"
              multiple={onMany !== undefined}
              accept=".txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.pdf,.json"
              disabled={isReading}
              aria-describedby={`${fieldId}-file`}
              className="sr-only"
              onChange={(event) => {
                readFiles([...(event.currentTarget.files ?? [])]);
                event.currentTarget.value = '';
              }}
            />
          </label>
          <p id={`${fieldId}-file`} className="text-xs text-pretty text-ink-2">
            {isOver ? words.drop : onMany === undefined ? words.fileHint : words.filesHint}
          </p>
        </div>
        {errorAt('file') === undefined ? null : (
          <Notice tone="danger" role="alert">
            {errorAt('file')}
          </Notice>
        )}
      </div>
    </div>
  );
}

const looksLikeHtml = (text: string): boolean =>
  /^\s*<(!doctype|html|head|body|article|div|p|h[1-6])\b/i.test(text);
