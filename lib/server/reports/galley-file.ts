import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import type { Report } from '@/lib/domain/report/report';
import { countSteps, unheard } from '@/lib/exchange/count-steps';
import { reportToGalleyFile } from '@/lib/exchange/galley-json';
import { inBlocks } from '@/lib/exchange/in-blocks';
import { authSecret } from '../env';
import { getReport } from './get-report';
import { instanceKey, signReportPieces } from './instance-key';
import { readFewParts } from './read-whole';
import { type Patience, stopped } from './run-writer';
import { countLongParts, wholeParts } from './whole-parts';

/**
 * The checking copy as a Galley file, with everything else that its article has, as the actor may see it now, signed. Its
 * pieces are read from the database and made as somebody takes them. Throws NOT_FOUND and UNAVAILABLE.
 */
export async function galleyFile(
  actor: Actor,
  articleId: string,
  patience: Patience,
): Promise<{ readonly report: Report; readonly pieces: AsyncIterable<Uint8Array> }> {
  const together = await readTogether(actor, articleId);
  const { report } = together;
  const words = galleyPieces(actor, together, patience);
  return { report, pieces: signReportPieces(instanceKey(authSecret()), inBlocks(words), report) };
}

type Together = Awaited<ReturnType<typeof readTogether>>;

async function* galleyPieces(
  actor: Actor,
  { report, few }: Together,
  { signal, onShare = unheard }: Patience,
): AsyncGenerator<string> {
  const total = report.entries.length + (await countLongParts(report));
  const step = countSteps(total, onShare);
  let size = 0;
  for await (const words of piecesOf({ actor, report, ...few, step, size: () => size })) {
    if (signal?.aborted === true) throw stopped();
    // It may be pasted into a script element of a page: no `<` stands in it (JSON-LD 1.1, section 7).
    const piece = words.replaceAll('<', '\\u003c');
    size += Buffer.byteLength(piece);
    yield piece;
  }
}

async function* piecesOf(to: Parameters<typeof wholeParts>[0]): AsyncGenerator<string> {
  const { annotations, replyRequests, people, whole: _none, ...top } = reportToGalleyFile(to.report, to.step);
  yield `${JSON.stringify({ ...top, people, replyRequests }).slice(0, -1)},\n"annotations":[\n`;
  let before = '';
  for (const annotation of annotations) {
    yield `${before}${JSON.stringify(annotation)}`;
    before = ',\n';
  }
  yield '],\n"whole":{\n';
  yield* wholeParts(to);
  yield '}}\n';
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
