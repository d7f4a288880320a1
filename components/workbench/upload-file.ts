import type { EvidenceFile } from '@/lib/domain/evidence-file';
import { articles as articlesWords } from '../messages/articles';

/** An upload on its way; `stop` takes it back. */
export type Upload = { readonly done: Promise<EvidenceFile>; readonly stop: () => void };

/**
 * Sends a file to the article's door. `onProgress` hears the share that is up, 0 to 1: fetch cannot tell it, so this is
 * the old request. Rejects with an Error whose message is a sentence for the person.
 */
export function uploadFile(
  address: string,
  { id, file, onProgress }: { id: string; file: File; onProgress: (share: number) => void },
): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<EvidenceFile>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new Error(articlesWords.offline));
    request.onload = () => {
      const answer = readAnswer(request.responseText);
      if (request.status === 201 && isFile(answer)) resolve(answer);
      else reject(new Error(sentenceOf(answer, request.status)));
    };
  });
  const form = new FormData();
  form.set('fileId', id);
  form.set('file', file);
  request.open('POST', address);
  request.setRequestHeader('x-galley-request', '1');
  request.setRequestHeader('accept', 'application/json');
  request.send(form);
  return { done, stop: () => request.abort() };
}

function readAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no answer of ours: the sentence below says so
  }
}

function isFile(answer: unknown): answer is EvidenceFile {
  return typeof answer === 'object' && answer !== null && 'sha256' in answer;
}

function sentenceOf(answer: unknown, status: number): string {
  if (status === 401) return articlesWords.signedOut;
  const error = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : undefined;
  const isOurs = typeof error === 'object' && error !== null && 'message' in error;
  return isOurs ? String(error.message) : articlesWords.noAnswer;
}
