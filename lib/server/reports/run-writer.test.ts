import { describe, expect, it } from 'vitest';
import type { Report } from '@/lib/domain/report/report';
import { article, claim, idOf } from '@/lib/domain/testing/desk';
import { joinedPieces } from '@/lib/exchange/joined-bytes';
import { reportOf } from '@/lib/exchange/testing/report-of';
import { wholeText } from '@/lib/exchange/testing/written-whole';
import { refusal } from '@/lib/server/testing/commands';
import { runWriter } from './run-writer';

/** More annotations than are written in the process that serves people; one of them with every line end there is. */
const report: Report = (() => {
  const lines = 'one\ntwo\u2028three\u2029four\r\nfive';
  const ids = Array.from({ length: 300 }, (_, index) => idOf(1_000 + index));
  const anchor = { ...claim().anchor, state: 'orphaned' as const, exact: lines };
  return reportOf(article(claim({}, { id: idOf(999), anchor }), ...ids.map((id) => claim({}, { id }))));
})();

describe('a report that another process writes', () => {
  it('is what this one would write, whatever stands in it', async () => {
    const pieces = runWriter({ report, format: 'markdown' });
    expect(Buffer.from(await joinedPieces(pieces)).toString()).toBe(wholeText(report, 'markdown'));
  });

  it('ends with whoever takes no more of it, and lets the next one in', async () => {
    for (let times = 0; times < 3; times += 1) {
      for await (const piece of runWriter({ report, format: 'html' })) {
        expect(Buffer.from(piece).toString()).toContain('<!doctype html>');
        break;
      }
    }
    expect(globalThis.galleyWriterTurns).toEqual({ running: 0, waiting: [] });
  });

  it('is refused in a sentence when it is stopped between two pieces', async () => {
    const stop = new AbortController();
    const pieces = runWriter({ report, format: 'html' }, { signal: stop.signal });
    await pieces.next();
    stop.abort();
    await refusal(joinedPieces(pieces), 'UNAVAILABLE');
  });

  it('is refused in a sentence when it takes too long', async () => {
    await refusal(joinedPieces(runWriter({ report, format: 'pdf' }, { limitMs: 5 })), 'UNAVAILABLE');
  });
});
