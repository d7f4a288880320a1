'use client';

import { useEffect, useRef, useState } from 'react';
import type { ArticleDraft, ReadProgress } from '@/lib/domain/lists';
import { newId } from '@/lib/domain/new-id';
import type { FileProof } from '@/lib/exchange/file-proof';
import { articles as articlesWords } from '../messages/articles';
import { findFileFault, isGalleyFile, readSource, textOf } from './import-source';
import { checkDetails, saveDraft } from './save-draft';
import { saveGalley } from './save-galley';

/** One file of many, and how far it is. A Galley file brings its article as it is; the others are drafts first. */
export type BatchItem = { readonly id: string; readonly file: File } & BatchState;
type BatchState =
  | { readonly state: 'waiting' }
  | { readonly state: 'reading'; readonly progress?: ReadProgress }
  | { readonly state: 'ready'; readonly content: BatchContent; readonly message?: string | undefined }
  | { readonly state: 'saving'; readonly content: BatchContent }
  | { readonly state: 'saved'; readonly articleId: string; readonly title: string }
  | { readonly state: 'failed'; readonly message: string };
export type BatchContent =
  | { readonly kind: 'draft'; readonly draft: ArticleDraft }
  | {
      readonly kind: 'galley';
      readonly words: string;
      readonly title: string;
      readonly proof: FileProof | 'unsupported';
    };

/** Reads many files one after the other, and saves those that are ready. `ownKey` is the key with which this instance signs. */
export function useImportBatch(files: readonly File[], ownKey: string) {
  const [items, setItems] = useState<readonly BatchItem[]>(() =>
    files.map((file) => ({ id: newId(), file, state: 'waiting' })),
  );
  const work = useRef(new AbortController());
  const first = useRef(items);
  const change = (id: string, next: BatchState): void =>
    setItems((now) => now.map((item) => (item.id === id ? { id, file: item.file, ...next } : item)));

  useEffect(() => {
    const controller = new AbortController();
    work.current = controller;
    void readAll(first.current, ownKey, controller.signal, (id, next) =>
      setItems((now) => now.map((item) => (item.id === id ? { id, file: item.file, ...next } : item))),
    );
    return () => controller.abort();
  }, [ownKey]);

  async function saveAll(): Promise<void> {
    for (const item of items) if (item.state === 'ready') await save(item.id, item.content);
  }

  async function save(id: string, content: BatchContent): Promise<void> {
    if (!isSavable(content)) return;
    change(id, { state: 'saving', content });
    try {
      change(id, { state: 'saved', ...(await saved(content, id)) });
    } catch (error) {
      change(id, { state: 'ready', content, message: sentenceOf(error) });
    }
  }

  return {
    items,
    saveAll,
    /** Gives up what is being read and what waits. */
    cancel(): void {
      work.current.abort();
      setItems((now) => now.filter(({ state }) => state !== 'waiting' && state !== 'reading'));
    },
    remove: (id: string) => setItems((now) => now.filter((item) => item.id !== id)),
    /** A file whose draft was looked at, corrected and saved. */
    markSaved: (id: string, articleId: string, title: string) =>
      change(id, { state: 'saved', articleId, title }),
  };
}

/** Whether it can be saved without a look: a draft needs a headline. */
export const isSavable = (content: BatchContent): boolean =>
  content.kind === 'galley' || checkDetails(content.draft.details).ok;

async function readAll(
  items: readonly BatchItem[],
  ownKey: string,
  signal: AbortSignal,
  change: (id: string, next: BatchState) => void,
): Promise<void> {
  for (const { id, file } of items) {
    if (signal.aborted) return;
    change(id, { state: 'reading' });
    try {
      const fault = findFileFault(file);
      if (fault !== undefined) throw new Error(fault);
      const content = await contentOf(file, ownKey, signal, (progress) => {
        if (!signal.aborted) change(id, { state: 'reading', progress });
      });
      if (!signal.aborted) change(id, { state: 'ready', content });
    } catch (error) {
      if (!signal.aborted) change(id, { state: 'failed', message: sentenceOf(error) });
    }
  }
}

async function contentOf(
  file: File,
  ownKey: string,
  signal: AbortSignal,
  onProgress: (progress: ReadProgress) => void,
): Promise<BatchContent> {
  if (!isGalleyFile(file)) {
    return { kind: 'draft', draft: await readSource({ kind: 'file', file }, signal, onProgress) };
  }
  const { parseGalleyFile } = await import('@/lib/exchange/galley-json');
  const { checkFile } = await import('./check-file');
  const words = await textOf(file);
  const proof = await checkFile(file, ownKey);
  return { kind: 'galley', words, title: parseGalleyFile(words).article.title, proof };
}

/** `id` names the attempt: sent again after a lost answer it makes nothing twice. */
async function saved(content: BatchContent, id: string) {
  if (content.kind === 'galley') {
    const { articleId } = await saveGalley(content.words, id);
    return { articleId, title: content.title };
  }
  const checked = checkDetails(content.draft.details);
  if (!checked.ok) throw new Error(Object.values(checked.errors)[0] ?? articlesWords.noAnswer);
  await saveDraft(content.draft, checked.details, { articleId: id, commandId: id });
  return { articleId: id, title: checked.details.title };
}

const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : articlesWords.noAnswer;
