import { useCallback, useEffect, useRef, useState } from 'react';
import { Refusal, sendForFile } from '../articles/ask-server';
import { reportBuilder as words } from '../messages/report-builder';

/** Where a download stands. */
export type Download =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly seconds: number }
  | { readonly state: 'done' | 'stopped' | 'failed'; readonly message: string };

/** Fetches a file that takes a while, so that it can be waited for in sight and stopped, and saves it under its name. */
export function useDownload() {
  const [download, setDownload] = useState<Download>({ state: 'idle' });
  const stop = useRef<AbortController | undefined>(undefined);
  const isWorking = download.state === 'working';

  useEffect(() => {
    if (!isWorking) return;
    const begun = Date.now();
    const timer = setInterval(
      () => setDownload({ state: 'working', seconds: Math.round((Date.now() - begun) / 1000) }),
      1_000,
    );
    return () => clearInterval(timer);
  }, [isWorking]);
  useEffect(() => () => stop.current?.abort(), []);

  const begin = useCallback(async (address: string) => {
    const controller = new AbortController();
    stop.current = controller;
    setDownload({ state: 'working', seconds: 0 });
    try {
      setDownload(await fetchFile(address, controller.signal));
    } catch (error) {
      const message = error instanceof Refusal ? error.message : words.failed;
      setDownload(
        controller.signal.aborted
          ? { state: 'stopped', message: words.stopped }
          : { state: 'failed', message },
      );
    }
  }, []);

  return { download, begin, stop: () => stop.current?.abort() };
}

async function fetchFile(address: string, signal: AbortSignal): Promise<Download> {
  const response = await sendForFile(address, signal);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'report';
  save(await response.blob(), name);
  return { state: 'done', message: words.done(name) };
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the address by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
