'use client';

import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import type { ReviseCommand } from '@/lib/domain/text-commands';
import { showDoc } from '@/lib/editor/show-doc';
import { ImportForm } from '../articles/ImportForm';
import { type ImportSource, readSource } from '../articles/import-source';
import type { Reading } from '../articles/ReadingBar';
import { articles } from '../messages/articles';
import { imports } from '../messages/imports';
import { revisions } from '../messages/revisions';
import { Dialog } from '../ui/Dialog';
import { useToast } from '../ui/Toast';

type WholeTextProps = {
  readonly editor: Editor;
  readonly onSource: (source: ReviseCommand['source']) => void;
  readonly onClose: () => void;
};

const words = revisions.edit;

/** A whole new text out of the clipboard or a file, read like an import and put into the editor to be looked at. */
export function WholeText({ editor, onSource, onClose }: WholeTextProps) {
  const { show } = useToast();
  const [reading, setReading] = useState<Reading>();
  const [failure, setFailure] = useState<string>();
  const work = useRef<AbortController>(undefined);
  useEffect(() => () => work.current?.abort(), []);

  async function read(source: ImportSource): Promise<void> {
    const controller = new AbortController();
    work.current = controller;
    const label = imports.source.reading;
    setReading({ label });
    setFailure(undefined);
    try {
      const draft = await readSource(source, controller.signal, (progress) => {
        if (!controller.signal.aborted) setReading({ label, progress });
      });
      showDoc(editor.view, draft.doc);
      onSource(source.kind);
      show({ message: words.replaced });
      onClose();
    } catch (error) {
      if (controller.signal.aborted) return;
      setFailure(error instanceof Error ? error.message : articles.noAnswer);
      setReading(undefined);
    }
  }

  function cancel(): void {
    work.current?.abort();
    setReading(undefined);
  }

  return (
    <Dialog open onOpenChange={onClose} title={words.wholeTitle} description={words.wholeNote} size="lg">
      <ImportForm
        onRead={(source) => void read(source)}
        onCancel={cancel}
        reading={reading}
        failure={failure}
      />
    </Dialog>
  );
}
