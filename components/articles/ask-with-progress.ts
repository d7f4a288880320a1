import { articles as articlesWords } from '../messages/articles';
import { type Asking, isRecord, Refusal, refusalOf, send } from './ask-server';

/**
 * As `askServer`, for work that takes a while: the answer comes in lines, and `onProgress` hears each that says how far
 * the work is. Throws `Refusal`, also when the lines end before the answer, and AbortError when it was taken back.
 */
export async function askWithProgress(
  path: string,
  asking: Asking,
  onProgress: (progress: unknown) => void,
): Promise<unknown> {
  const response = await send(path, asking, 'application/x-ndjson, application/json');
  if (!response.ok || response.body === null) {
    throw refusalOf(await response.json().catch(() => undefined));
  }
  for await (const line of linesOf(response.body, asking.signal)) {
    const said: unknown = line === '' ? undefined : JSON.parse(line);
    if (!isRecord(said)) continue;
    if ('progress' in said) onProgress(said.progress);
    else if ('answer' in said) return said.answer;
    else throw refusalOf(said);
  }
  throw new Refusal('INTERNAL', articlesWords.noAnswer);
}

/** The lines of a body, as they come. An answer of many megabytes is one line: its pieces are joined once. */
async function* linesOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let pieces: string[] = [];
  for (;;) {
    const { done, value = '' } = await reader.read().catch((error: unknown) => {
      if (signal?.aborted) throw error;
      throw new Refusal('OFFLINE', articlesWords.offline);
    });
    const [first = '', ...others] = value.split('\n');
    pieces.push(first);
    for (const next of others) {
      yield pieces.join('');
      pieces = [next];
    }
    if (done) break;
  }
  yield pieces.join('');
}
