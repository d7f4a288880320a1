import 'server-only';
import { textBlocks } from '@/lib/domain/article-doc';
import { ensureAgreement } from '@/lib/exchange/galley-json';
import { maxParagraphs } from './limits';
import { answerSchema, type Listed, lineSchema } from './parser-answer-schema';
import type { OnProgress, ParserAnswer } from './parser-job';

/**
 * Reads what the parser process writes, as it comes: lines that say how far it is or hold a part of what was read, at the
 * end the rest of its answer. Whatever has got hold of that process, it is believed in nothing: everything is validated
 * here as if a stranger had sent it, a line at a time, so that a long article holds up nobody else.
 */
export function parserAnswerReader(onProgress: OnProgress) {
  const listed: Listed = { blocks: [], annotations: [], events: [] };
  let paragraphs = 0;

  function readLine(line: string): void {
    const { progress, blocks = [], annotations = [], events = [] } = lineSchema.parse(JSON.parse(line));
    if (progress !== undefined) onProgress(progress);
    paragraphs += textBlocks({ type: 'doc', content: blocks }).length;
    if (paragraphs > maxParagraphs) throw new Error('More paragraphs than our own reader lets through');
    listed.blocks.push(...blocks);
    listed.annotations.push(...annotations);
    listed.events.push(...events);
  }

  return {
    /** Reads whole lines; false when one is none that our own reader writes. */
    take(lines: string): boolean {
      try {
        for (const line of lines.split('\n')) readLine(line);
        return true;
      } catch {
        // Also a nesting that fills the stack: ours is never so deep.
        return false;
      }
    },
    /** The whole answer, once its last piece is there; undefined where it is cut off or is none of ours. */
    end(rest: string): ParserAnswer | undefined {
      try {
        return assembled(answerSchema.parse(JSON.parse(rest)), listed);
      } catch {
        return undefined;
      }
    },
  };
}

function assembled(
  rest: ReturnType<typeof answerSchema.parse>,
  { blocks, annotations, events }: Listed,
): ParserAnswer {
  if ('draft' in rest) {
    if (blocks.length === 0) throw new Error('An article without a block');
    return { ...rest, draft: { ...rest.draft, doc: { type: 'doc', content: blocks } } };
  }
  if (!('galley' in rest)) return rest;
  const { whole } = rest.galley;
  if (whole !== null && events.length === 0) throw new Error('A record without a line');
  const galley = { ...rest.galley, annotations, whole: whole && { ...whole, events } };
  ensureAgreement(galley);
  return { ok: true, galley };
}
