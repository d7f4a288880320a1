'use client';

import { useEffect, useRef, useState } from 'react';
import type { ArticleDraft, ReadProgress, TrackedChanges } from '@/lib/domain/lists';
import type { FileProof } from '@/lib/exchange/file-proof';
import type { GalleyFile } from '@/lib/exchange/galley/file-schema';
import { articles as articlesWords } from '../messages/articles';
import { imports as importsWords } from '../messages/imports';
import { PageBody } from '../shell/PageBody';
import { GalleyPreview } from './GalleyPreview';
import { ImportBatch } from './ImportBatch';
import { ImportForm } from './ImportForm';
import { ImportPreview } from './ImportPreview';
import {
  type ImportSource,
  isGalleyFile,
  type Original,
  originalOf,
  readSource,
  textOf,
} from './import-source';
import type { Reading } from './ReadingBar';

type Stage =
  | { readonly kind: 'source'; readonly failure?: string | undefined }
  | ({ readonly kind: 'reading' } & Reading)
  | {
      readonly kind: 'preview';
      readonly draft: ArticleDraft;
      readonly original: Original;
      readonly source: ImportSource;
    }
  | { readonly kind: 'batch'; readonly files: readonly File[] }
  | {
      readonly kind: 'galley';
      readonly file: GalleyFile;
      readonly words: string;
      readonly proof: FileProof | 'unsupported';
    };

/**
 * From a pasted text, an address or files to saved articles: give it, look at it and correct it, save it. `ownKey` is the
 * key with which this instance signs.
 */
export function ImportDesk({ ownKey }: { readonly ownKey: string }) {
  const [stage, setStage] = useState<Stage>({ kind: 'source' });
  const work = useRef<AbortController>(undefined);
  useEffect(() => () => work.current?.abort(), []);

  async function read(source: ImportSource): Promise<void> {
    const controller = new AbortController();
    work.current = controller;
    const label = labelOf(source);
    setStage({ kind: 'reading', label });
    try {
      const next = await stageOf(source, ownKey, controller.signal, (progress) => {
        if (!controller.signal.aborted) setStage({ kind: 'reading', label, progress });
      });
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
            onMany={(files) => setStage({ kind: 'batch', files })}
            onCancel={cancel}
            reading={stage.kind === 'reading' ? stage : undefined}
            failure={stage.kind === 'source' ? stage.failure : undefined}
          />
        </PageBody>
      </div>
      {stage.kind === 'preview' ? (
        // Wider than other pages: draft and original stand side by side.
        <PageBody className="max-w-[92rem]!">
          <ImportPreview
            draft={stage.draft}
            original={stage.original}
            onAgain={again}
            onTracked={rereading(stage.source, read)}
          />
        </PageBody>
      ) : null}
      {stage.kind === 'batch' ? <ImportBatch files={stage.files} ownKey={ownKey} onAgain={again} /> : null}
      {stage.kind === 'galley' ? (
        <PageBody>
          <GalleyPreview file={stage.file} words={stage.words} proof={stage.proof} onAgain={again} />
        </PageBody>
      ) : null}
    </>
  );
}

async function stageOf(
  source: ImportSource,
  ownKey: string,
  signal: AbortSignal,
  onProgress: (progress: ReadProgress) => void,
): Promise<Stage> {
  if (source.kind === 'file' && isGalleyFile(source.file)) {
    const { parseGalleyFile } = await import('@/lib/exchange/galley-json');
    const { checkFile } = await import('./check-file');
    const contents = await textOf(source.file);
    const proof = await checkFile(source.file, ownKey);
    return { kind: 'galley', file: parseGalleyFile(contents), words: contents, proof };
  }
  const draft = await readSource(source, signal, onProgress);
  return { kind: 'preview', draft, original: await originalOf(source, draft), source };
}

function labelOf(source: ImportSource): string {
  const words = importsWords.source;
  if (source.kind === 'address') return words.fetching(source.url);
  return source.kind === 'file' ? words.readingFile(source.file.name) : words.reading;
}

/** How a document is read again with its tracked changes resolved the other way; undefined for everything else. */
function rereading(source: ImportSource, read: (source: ImportSource) => Promise<void>) {
  return source.kind === 'file' ? (changes: TrackedChanges) => read({ ...source, changes }) : undefined;
}
