import 'server-only';
import { setImmediate } from 'node:timers/promises';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import type { Report } from '@/lib/domain/report/report';
import { reportToGalleyFile } from '@/lib/exchange/galley-json';
import { authSecret } from '../env';
import { getReport } from './get-report';
import { instanceKey, signReport } from './instance-key';
import { readFewParts } from './read-whole';
import type { Patience } from './run-writer';
import { wholeParts } from './whole-parts';

/**
 * The checking copy as a Galley file, with everything else that its article has, as the actor may see it now, signed.
 * Long lists are read and written piece by piece, and others run in between. Throws NOT_FOUND and UNAVAILABLE.
 */
export async function writeGalleyFile(
  actor: Actor,
  articleId: string,
  { signal, onShare = () => undefined }: Patience,
): Promise<{ readonly report: Report; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const { report, few } = await readTogether(actor, articleId);
  const { whole: _none, people, ...head } = reportToGalleyFile(report);
  const pieces: Buffer[] = [];
  let size = 0;
  const add = (words: string): void => {
    // It may be pasted into a script element of a page: no `<` stands in it (JSON-LD 1.1, section 7).
    const piece = Buffer.from(words.replaceAll('<', '\\u003c'));
    pieces.push(piece);
    size += piece.length;
  };
  const { annotations, replyRequests, ...top } = head;
  add(`${JSON.stringify({ ...top, people, replyRequests }).slice(0, -1)},\n"annotations":[\n`);
  for (const [index, annotation] of annotations.entries()) {
    add(`${index === 0 ? '' : ',\n'}${JSON.stringify(annotation)}`);
    if (index % 500 === 499) await setImmediate();
  }
  add('],\n"whole":{\n');
  for await (const piece of wholeParts({ actor, report, ...few, onShare, size: () => size })) {
    if (signal?.aborted === true) throw new DomainError('UNAVAILABLE', 'The export was stopped.');
    add(piece);
  }
  add('}}\n');
  return { report, bytes: signReport(instanceKey(authSecret()), Buffer.concat(pieces), report) };
}

/** How often it is tried to read state and parts of the same moment. */
const mostTries = 5;

async function readTogether(actor: Actor, articleId: string) {
  for (let tried = 0; tried < mostTries; tried += 1) {
    const report = await getReport(actor, articleId, { now: new Date(), since: null });
    const few = await readFewParts(actor, articleId);
    if (few.seq === report.record.seq) return { report, few };
  }
  throw new DomainError(
    'UNAVAILABLE',
    'This article changes faster than it can be written down. Try again in a moment.',
  );
}
