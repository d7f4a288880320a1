import { afterEach, describe, expect, it, vi } from 'vitest';
import { askWithProgress } from './ask-with-progress';

afterEach(() => vi.unstubAllGlobals());

/** A server whose answer comes in these pieces. */
function answering(pieces: readonly string[], status = 200): void {
  vi.stubGlobal('fetch', async () => {
    const body = new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
        controller.close();
      },
    });
    return new Response(body, { status });
  });
}

async function ask() {
  const heard: unknown[] = [];
  const answer = await askWithProgress('/api/imports', { body: {} }, (progress) => heard.push(progress));
  return { heard, answer };
}

describe('askWithProgress', () => {
  it('hears each line however it is cut, and takes the last for the answer', async () => {
    answering(['\n{"progress":', '1}\n{"progress":2}\n{"ans', 'wer":{"words":"caf', 'é\\n"}}\n']);
    expect(await ask()).toEqual({ heard: [1, 2], answer: { words: 'café\n' } });
  });

  it('throws the sentence of the server, whether it comes at once or after a while', async () => {
    const refused = '{"error":{"code":"INVALID","message":"This cannot be read."}}';
    answering([refused], 422);
    await expect(ask()).rejects.toMatchObject({ code: 'INVALID', message: 'This cannot be read.' });
    answering(['{"progress":1}\n', refused, '\n']);
    await expect(ask()).rejects.toMatchObject({ code: 'INVALID', message: 'This cannot be read.' });
  });

  it('says so when the lines end before the answer', async () => {
    answering(['{"progress":1}\n']);
    await expect(ask()).rejects.toMatchObject({ code: 'INTERNAL' });
  });
});
