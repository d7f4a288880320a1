'use client';

import { Paperclip, X } from 'lucide-react';
import { type ChangeEvent, type ReactNode, useId, useRef, useState } from 'react';
import { type EvidenceFile, fileEndings, sizeText } from '@/lib/domain/evidence-file';
import { card as cardWords } from '../messages/card';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { IconButton } from '../ui/IconButton';
import { ProgressBar } from '../ui/ProgressBar';
import type { FileUpload } from './use-file-upload';

const words = cardWords.file;

type EvidenceFileFieldProps = {
  readonly file: EvidenceFile | null;
  readonly upload: FileUpload;
  readonly onRemove: () => void;
};

/** The file of evidence: chosen here, or dropped or pasted anywhere in the form. */
export function EvidenceFileField({ file, upload, onRemove }: EvidenceFileFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { sending, problem, start, stop } = upload;

  function choose({ target }: ChangeEvent<HTMLInputElement>): void {
    const [chosen] = target.files ?? [];
    target.value = '';
    if (chosen !== undefined) start(chosen);
  }

  return (
    <div className="flex flex-col gap-1">
      <input
        ref={input}
        type="file"
        aria-label={words.choose}
        accept={accepted}
        tabIndex={-1}
        className="sr-only"
        onChange={choose}
      />
      {sending === null ? (
        <div className="flex min-w-0 items-center gap-1.5">
          <Button
            size="sm"
            variant="outline"
            aria-describedby={`${id}-hint`}
            onClick={() => input.current?.click()}
          >
            <Paperclip aria-hidden className="size-3.5" />
            {file === null ? words.attach : words.replace}
          </Button>
          {file === null ? null : (
            <>
              <span className="min-w-0 truncate text-sm" title={file.name}>
                <bdi>{file.name}</bdi> <span className="text-ink-3">{sizeText(file.bytes)}</span>
              </span>
              <IconButton label={words.removeNamed(file.name)} size="sm" onClick={onRemove}>
                <X aria-hidden />
              </IconButton>
            </>
          )}
        </div>
      ) : (
        <div className="flex items-center gap-2">
          <div className="min-w-0 flex-1">
            <ProgressBar label={words.sending(sending.name)} value={sending.share} max={1} />
          </div>
          <Button size="sm" variant="ghost" onClick={stop}>
            {words.stop}
          </Button>
        </div>
      )}
      <p id={`${id}-hint`} className="text-xs text-ink-2">
        {words.hint}
      </p>
      {problem === undefined ? null : (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Takes a file that is dropped or pasted anywhere in it; words that are pasted stay words. */
export function FileDropArea({
  onFile,
  children,
}: {
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}) {
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button of the field does the same by keyboard
    <div
      className={classNames(
        'flex flex-col gap-2 rounded-md',
        isOver && 'outline-2 outline-offset-4 outline-pencil outline-dashed',
      )}
      onPaste={(event) => {
        const [file] = event.clipboardData.files;
        if (file === undefined) return;
        event.preventDefault();
        onFile(file);
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        const [file] = event.dataTransfer.files;
        setOver(false);
        if (file === undefined) return;
        event.preventDefault();
        onFile(file);
      }}
    >
      {children}
    </div>
  );
}

const accepted = Object.values(fileEndings)
  .flat()
  .map((ending) => `.${ending}`)
  .join(',');
