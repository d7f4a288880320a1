import { type Figure, median, percentile, show } from '@/lib/cli/figures';
import { contextLength } from '@/lib/domain/anchor';
import { reanchor } from '@/lib/domain/reanchor/reanchor';
import type { AnchorToMove } from '@/lib/domain/reanchor/reanchored';
import {
  isHeldBack,
  readRevisionPairs,
  revisionPairsFile,
  tallyOf,
} from '@/lib/domain/testing/revision-pairs';
import { splitSentences } from '@/lib/domain/text/sentences';
import { makeText, type Random, seeded } from './made-up-text';

const runs = 7;

/**
 * How well and how fast passages are found again in a changed text. Needs neither app nor browser. Where the corpus of
 * real revisions is not there it says so and measures the time only.
 */
export function measureReanchoring(say: (line: string) => void): Figure[] {
  const pairs = readRevisionPairs();
  if (pairs === undefined) say(`  no corpus of revisions at ${revisionPairsFile}: only the time is measured`);
  return [
    ...(pairs === undefined
      ? []
      : [
          ...shares(
            'made with',
            pairs.filter((pair) => !isHeldBack(pair)),
          ),
          ...shares('held back', pairs.filter(isHeldBack)),
        ]),
    ...times(),
  ];
}

function shares(name: string, pairs: Parameters<typeof tallyOf>[0]): Figure[] {
  const tally = tallyOf(pairs);
  const figure = (what: string, wrong: number, all: number, goal?: number): Figure => ({
    what: `${what} (${name})`,
    value: (wrong / all) * 100,
    unit: '%',
    more: `${wrong.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} in ${tally.pairs} revisions`,
    ...(goal !== undefined && { goal }),
  });
  return [
    figure('Kept passages not placed exactly', tally.kept - tally.keptExactly, tally.kept, 0.5),
    figure('Touched passages not said to be', tally.touched - tally.touchedSaid, tally.touched, 0),
    figure('Silent wrong moves', tally.silentWrong, tally.kept + tally.touched + tally.gone, 0),
    figure('Gone passages not orphaned', tally.gone - tally.goneSaid, tally.gone),
  ];
}

function times(): Figure[] {
  const small = timesOf(50_000);
  const large = timesOf(500_000);
  return [
    {
      what: 'Re-anchoring 1,000 annotations, 50,000 words',
      value: median(small.ms),
      unit: 'ms',
      goal: 300,
      more: `100 changes, median of ${runs}, slowest ${show(percentile(small.ms, 1), 'ms')}, ${show(median(small.processorMs), 'ms')} of processor time`,
    },
    {
      what: 'Re-anchoring, 10 times as much text and changes',
      value: median(large.processorMs) / median(small.processorMs),
      unit: '×',
      goal: 10,
      more: `${show(median(large.ms), 'ms')} at 500,000 words, by processor time`,
    },
  ];
}

type Times = { readonly ms: readonly number[]; readonly processorMs: readonly number[] };

/** The time of some runs over 1 000 annotated sentences, after one that is not counted. */
function timesOf(words: number): Times {
  const random = seeded(words);
  const oldText = makeText(words, random);
  const newText = changed(oldText, words / 500, random);
  const sentences = splitSentences(oldText, 'en');
  const anchors = Array.from({ length: 1_000 }, (_, index) => {
    const passage = sentences[Math.floor((index * sentences.length) / 1_000)];
    if (passage === undefined) throw new Error('The text has too few sentences.');
    return anchorIn(oldText, passage);
  });
  const measured = Array.from({ length: runs + 1 }, () => {
    const began = performance.now();
    const before = process.cpuUsage();
    reanchor({ oldText, newText }, anchors);
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - began, processorMs: (user + system) / 1_000 };
  }).slice(1);
  return { ms: measured.map(({ ms }) => ms), processorMs: measured.map((one) => one.processorMs) };
}

function anchorIn(text: string, { start, end }: { start: number; end: number }): AnchorToMove {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength),
  };
}

/** What an editor does: figures and words changed, words added and taken out, now and then a paragraph moved. */
function changed(text: string, times: number, random: Random): string {
  const paragraphs = text.split('\n\n').map((paragraph) => paragraph.split(' '));
  const below = (count: number): number => Math.floor(random() * count);
  for (let time = 0; time < times; time += 1) {
    const at = below(paragraphs.length);
    const words = paragraphs[at] ?? [];
    const kind = random();
    const place = below(words.length);
    if (kind < 0.5) words[place] = `${below(99)}`;
    else if (kind < 0.7) words.splice(place, 1 + below(4));
    else if (kind < 0.9) words.splice(place, 0, 'newly', 'written', 'words');
    else paragraphs.splice(below(paragraphs.length), 0, ...paragraphs.splice(at, 1));
  }
  return paragraphs.map((words) => words.join(' ')).join('\n\n');
}
