'use client';

import { useEffect, useRef, useState } from 'react';
import { type EvidenceFile, maxFileBytes } from '@/lib/domain/evidence-file';
import { newId } from '@/lib/domain/new-id';
import { card as cardWords } from '../messages/card';
import { type Upload, uploadFile } from './upload-file';
import { useWorkbench } from './workbench-context';

export type FileUpload = {
  /** What is on its way and how much of it is up, 0 to 1; null while nothing is. */
  readonly sending: { readonly name: string; readonly share: number } | null;
  readonly problem: string | undefined;
  readonly start: (file: File) => void;
  readonly stop: () => void;
};

/** Sends one file at a time; a new one takes the place of what is on its way. Leaving takes it back. */
export function useFileUpload(onDone: (file: EvidenceFile) => void): FileUpload {
  const { articleId } = useWorkbench();
  const [sending, setSending] = useState<FileUpload['sending']>(null);
  const [problem, setProblem] = useState<string>();
  const current = useRef<Upload | null>(null);
  // What is typed while a file goes up must still be there when it has arrived.
  const latest = useRef(onDone);
  useEffect(() => {
    latest.current = onDone;
  });
  useEffect(() => () => current.current?.stop(), []);

  function stop(): void {
    current.current?.stop();
    current.current = null;
    setSending(null);
  }

  function start(file: File): void {
    stop();
    setProblem(undefined);
    if (file.size > maxFileBytes) {
      setProblem(cardWords.file.tooLarge);
      return;
    }
    setSending({ name: file.name, share: 0 });
    const upload = uploadFile(`/api/articles/${articleId}/files`, {
      id: newId(),
      file,
      onProgress: (share) => setSending({ name: file.name, share }),
    });
    current.current = upload;
    upload.done.then(
      (arrived) => {
        if (current.current !== upload) return;
        stop();
        latest.current(arrived);
      },
      (error: Error) => {
        if (current.current !== upload) return;
        stop();
        setProblem(error.message);
      },
    );
  }

  return { sending, problem, start, stop };
}
