'use client';

import { useEffect, useRef, useState } from 'react';
import type { ArticleDraft } from '@/lib/domain/lists';
import type { GalleyFile } from '@/lib/exchange/galley-json';
import { articles as articlesWords } from '../messages/articles';
import { imports as importsWords } from '../messages/imports';
import { PageBody } from '../shell/PageBody';
import { GalleyPreview } from './GalleyPreview';
import { ImportForm } from './ImportForm';
import { ImportPreview } from './ImportPreview';
import { type ImportSource, isGalleyFile, type Original, originalOf, readSource } from './import-source';

type Stage =
  | { readonly kind: 'source'; readonly failure?: string | undefined }
  | { readonly kind: 'reading'; readonly label: string }
  | { readonly kind: 'preview'; readonly draft: ArticleDraft; readonly original: Original }
  | { readonly kind: 'galley'; readonly file: GalleyFile; readonly words: string };

/** From a pasted text or a file to a saved article: give it, look at it and correct it, save it. */
export function ImportDesk() {
  const [stage, setStage] = useState<Stage>({ kind: 'source' });
  const work = useRef<AbortController>(undefined);
  const words = importsWords.source;
  useEffect(() => () => work.current?.abort(), []);

  async function read(source: ImportSource): Promise<void> {
    const controller = new AbortController();
    work.current = controller;
    const name = source.kind === 'file' ? source.file.name : undefined;
    setStage({ kind: 'reading', label: name === undefined ? words.reading : words.readingFile(name) });
    try {
      const next = await stageOf(source, name, controller.signal);
      if (!controller.signal.aborted) setStage(next);
    } catch (error) {
      if (controller.signal.aborted) return;
      const failure = error instanceof Error ? error.message : articlesWords.noAnswer;
      setStage({ kind: 'source', failure });
    }
  }

  function cancel(): void {
    work.current?.abort();
    setStage({ kind: 'source' });
  }

  const again = () => setStage({ kind: 'source' });
  const isGiving = stage.kind === 'source' || stage.kind === 'reading';
  return (
    <>
      <div hidden={!isGiving}>
        <PageBody>
          <ImportForm
            onRead={read}
            onCancel={cancel}
            reading={stage.kind === 'reading' ? stage.label : undefined}
            failure={stage.kind === 'source' ? stage.failure : undefined}
          />
        </PageBody>
      </div>
      {stage.kind === 'preview' ? (
        // Wider than other pages: draft and original stand side by side.
        <PageBody className="max-w-[92rem]!">
          <ImportPreview draft={stage.draft} original={stage.original} onAgain={again} />
        </PageBody>
      ) : null}
      {stage.kind === 'galley' ? (
        <PageBody>
          <GalleyPreview file={stage.file} words={stage.words} onAgain={again} />
        </PageBody>
      ) : null}
    </>
  );
}

async function stageOf(source: ImportSource, name: string | undefined, signal: AbortSignal): Promise<Stage> {
  const original = await originalOf(source);
  if (source.kind === 'file' && isGalleyFile(source.file)) {
    const { parseGalleyFile } = await import('@/lib/exchange/galley-json');
    return { kind: 'galley', file: parseGalleyFile(original), words: original };
  }
  const draft = await readSource(source, signal);
  const shown = source.kind === 'pasted' ? (source.shown ?? original) : original;
  return { kind: 'preview', draft, original: { words: shown, name } };
}
