'use client';

import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import type { ReviseCommand } from '@/lib/domain/text-commands';
import { showDoc } from '@/lib/editor/show-doc';
import { ImportForm } from '../articles/ImportForm';
import { type ImportSource, readSource } from '../articles/import-source';
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
  const [isReading, setReading] = useState(false);
  const [failure, setFailure] = useState<string>();
  const work = useRef<AbortController>(undefined);
  useEffect(() => () => work.current?.abort(), []);

  async function read(source: ImportSource): Promise<void> {
    const controller = new AbortController();
    work.current = controller;
    setReading(true);
    setFailure(undefined);
    try {
      const draft = await readSource(source, controller.signal);
      showDoc(editor.view, draft.doc);
      onSource(source.kind);
      show({ message: words.replaced });
      onClose();
    } catch (error) {
      if (controller.signal.aborted) return;
      setFailure(error instanceof Error ? error.message : articles.noAnswer);
      setReading(false);
    }
  }

  function cancel(): void {
    work.current?.abort();
    setReading(false);
  }

  return (
    <Dialog open onOpenChange={onClose} title={words.wholeTitle} description={words.wholeNote} size="lg">
      <ImportForm
        onRead={(source) => void read(source)}
        onCancel={cancel}
        reading={isReading ? imports.source.reading : undefined}
        failure={failure}
      />
    </Dialog>
  );
}
