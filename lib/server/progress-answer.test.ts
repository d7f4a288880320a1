import { describe, expect, it } from 'vitest';
import { DomainError } from '@/lib/domain/errors';
import { progressAnswer, wantsProgress } from './progress-answer';

const request = (accept: string) => new Request('http://galley.test/', { headers: { accept } });
const asked = request('application/x-ndjson, application/json');
const linesOf = async (response: Response) =>
  (await response.text()).split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));

describe('an answer with its progress', () => {
  it('is for those who ask for it', () => {
    expect(wantsProgress(asked)).toBe(true);
    expect(wantsProgress(request('application/json'))).toBe(false);
  });

  it('says how far it is, then the answer', async () => {
    const answer = progressAnswer<number>(asked, {}, async ({ onProgress }) => {
      onProgress(1);
      onProgress(2);
      return { done: true };
    });
    expect(answer.headers.get('cache-control')).toContain('no-transform');
    expect(await linesOf(answer)).toEqual([{ progress: 1 }, { progress: 2 }, { answer: { done: true } }]);
  });

  it('ends in the refusal, as every answer does', async () => {
    const refused = progressAnswer(asked, {}, async () => {
      throw new DomainError('INVALID', 'This cannot be read.');
    });
    expect(await linesOf(refused)).toEqual([
      { error: { code: 'INVALID', message: 'This cannot be read.', id: expect.any(String) } },
    ]);
  });

  it('ends the work when nobody reads it any more', async () => {
    const heard = Promise.withResolvers<boolean>();
    const answer = progressAnswer(asked, {}, async ({ signal }) => {
      signal.addEventListener('abort', () => heard.resolve(signal.aborted));
      await heard.promise;
    });
    await answer.body?.cancel();
    expect(await heard.promise).toBe(true);
  });
});
