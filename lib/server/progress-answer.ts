import 'server-only';
import { errorAnswer } from './error-answer';
import type { LogFields } from './log';

/** The type of an answer that says how far it is, a line of JSON each time. */
const progressType = 'application/x-ndjson';

type Work<P> = (tools: {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: P) => void;
}) => Promise<unknown>;

/** Whether who asks wants to hear how far the work is. */
export function wantsProgress(request: Request): boolean {
  return request.headers.get('accept')?.includes(progressType) ?? false;
}

/**
 * An answer in lines of JSON: `{progress}` as often as there is something new, at the end `{answer}` or, as everywhere,
 * `{error: {code, message, id}}`. Whoever leaves ends the work by its `signal`.
 */
export function progressAnswer<P>(request: Request, about: LogFields, work: Work<P>): Response {
  const left = new AbortController();
  const signal = AbortSignal.any([request.signal, left.signal]);
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (line: string): void => {
        if (!signal.aborted) controller.enqueue(new TextEncoder().encode(`${line}\n`));
      };
      const onProgress = (progress: P): void => send(JSON.stringify({ progress }));
      send('');
      send(await lastLine(() => work({ signal, onProgress }), about));
      if (!signal.aborted) controller.close();
    },
    cancel: () => left.abort(),
  });
  return new Response(body, {
    headers: {
      'content-type': progressType,
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

async function lastLine(work: () => Promise<unknown>, about: LogFields): Promise<string> {
  try {
    return JSON.stringify({ answer: await work() });
  } catch (error) {
    return errorAnswer(error, about).text();
  }
}
