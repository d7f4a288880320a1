import 'server-only';
import { type Listed, listedInLine } from './parser-answer-schema';
import type { ParserAnswer } from './parser-job';

type Write = (words: string) => void;

/** Writes an answer as `parserAnswerReader` reads it: what there may be much of in lines, then the rest. */
export function writeAnswer(answer: ParserAnswer, write: Write): void {
  write(JSON.stringify(restOf(answer, write)));
}

function restOf(answer: ParserAnswer, write: Write): unknown {
  if ('draft' in answer) {
    const { doc, ...draft } = answer.draft;
    writeList('blocks', doc.content, write);
    return { ...answer, draft };
  }
  if (!('galley' in answer)) return answer;
  const { annotations, whole, ...galley } = answer.galley;
  writeList('annotations', annotations, write);
  if (whole === null) return { ...answer, galley: { ...galley, whole } };
  const { events, ...others } = whole;
  writeList('events', events, write);
  return { ...answer, galley: { ...galley, whole: others } };
}

function writeList(name: keyof Listed, list: readonly unknown[], write: Write): void {
  for (let at = 0; at < list.length; at += listedInLine)
    write(`${JSON.stringify({ [name]: list.slice(at, at + listedInLine) })}\n`);
}
