import {
  type FormattingChange,
  kindsOf,
  type PlacedKind,
  type PlacedRun,
  runsOf,
} from '@/lib/domain/text/formatting-of';
import type { BackInFormatting, BackInGiven, BackInText, RevisionGiven } from '../back-in';
import { samePlaces } from './carry-changes';
import type { ComparedFormatting, ReturnedFormatting } from './compare-formatting';
import { leadTo, tailFrom } from './words-around';

type Planned = Pick<BackInText, 'formatting' | 'unplacedFormatting'>;

/** What a file that came back would do to the looks of the text: what stands so already is left out. */
export function planFormatting(
  { changes, unclear }: ComparedFormatting,
  sent: RevisionGiven,
  { revisions: [latest], doc, idOf }: BackInGiven,
): Planned {
  const runs = runsOf(doc);
  const kinds = new Map(kindsOf(doc).map((kind) => [kind.start, kind]));
  const places = samePlaces(changes, sent, latest, [24, 8, 0]);
  const formatting: BackInFormatting[] = [];
  const left = (one: ReturnedFormatting, why: string) => ({
    change: one.change,
    was: one.was,
    exact: short(sent.text.slice(one.start, one.end)),
    why,
  });
  const lost: Planned['unplacedFormatting'][number][] = unclear.map((one) => left(one, parted));
  for (const change of changes) {
    const place = places.get(change);
    const stands = place === undefined ? gone : standing(place, runs, kinds);
    if (stands === 'done') continue;
    if (place === undefined || stands !== 'placed') {
      lost.push(left(change, stands));
      continue;
    }
    const { start, end, kind, was, authors, at } = place;
    formatting.push({
      id: idOf('formatting change', latest.id, JSON.stringify([start, end, place.change])),
      ...{ start, end, change: place.change, was, kind, authors, at },
      exact: short(latest.text.slice(start, end)),
      lead: leadTo(latest.text, start),
      tail: tailFrom(latest.text, end),
    });
  }
  return { formatting, unplacedFormatting: lost };
}

const gone = 'The words around it have changed since the file went out.';
const parted = 'The paragraph was parted or joined as well: say what it is once that is done.';
const changedHere = 'It has been changed here in another way since the file went out.';
const tooDeep =
  'It stands inside of a list, a table or a quotation, where only editing the text changes that.';

/** `done` where the text looks so already, `placed` where it can, else a sentence that says why not. */
function standing(
  { start, end, change, was }: ReturnedFormatting,
  runs: readonly PlacedRun[],
  kinds: ReadonlyMap<number, PlacedKind>,
): string {
  if (change.type === 'mark' || change.type === 'link') {
    const here = runs.filter((run) => run.start < end && run.end > start);
    const isSo = (wanted: FormattingChange): boolean =>
      here.every((run) =>
        wanted.type === 'mark'
          ? run.marks.includes(wanted.mark) === wanted.isOn
          : wanted.type === 'link' && run.href === wanted.href,
      );
    if (isSo(change)) return 'done';
    return change.type === 'mark' || isSo(was) ? 'placed' : changedHere;
  }
  const block = kinds.get(start);
  if (block === undefined || block.end !== end) return gone;
  const isSo = (wanted: FormattingChange): boolean =>
    wanted.type === 'kind'
      ? block.kind === wanted.kind
      : wanted.type === 'list'
        ? block.list === wanted.list
        : wanted.type === 'quote' && block.isQuote === wanted.isOn;
  if (isSo(change)) return 'done';
  if (!isSo(was)) return changedHere;
  return isMovable(block, change) ? 'placed' : tooDeep;
}

/** What stands by itself can be put into a list or a quotation, and what begins in one be taken out again. */
function isMovable({ place }: PlacedKind, change: FormattingChange): boolean {
  if (change.type === 'list') return place === 'top' || place === 'item';
  return change.type !== 'quote' || place === (change.isOn ? 'top' : 'quote');
}

/** Enough of the words to know them again. */
const short = (words: string): string =>
  words.length <= 300 ? words : `${words.slice(0, 299).toWellFormed()}…`;
