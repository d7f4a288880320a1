import {
  type Annotation,
  type ClaimFields,
  type ClaimType,
  claimTypes,
  findOpenFlag,
  type Mark,
  marks,
  type Note,
} from '@/lib/domain/annotation';
import { claimFieldsSchema } from '@/lib/domain/annotation-schema';
import { openProposal } from '@/lib/domain/check';
import { markNames, readable } from '@/lib/domain/report/report';
import { plainToRichText, richTextToPlain } from '@/lib/domain/rich-text';
import type {
  Addition,
  BackInGiven,
  BackInPlan,
  FieldChanges,
  NewAnnotation,
  NewPart,
  PresentThing,
  UnreadThing,
} from './back-in';
import { type CsvColumn, type CsvRow, readClaimsCsv } from './claims-csv-in';
import { plainToNotes } from './html-to-rich-text';
import { richTextToHtml } from './markup';
import { onlyEdited } from './only-edited';
import { placeQuotes } from './place-quotes';
import { tidy } from './row-version';
import { readDay } from './table-day';

/**
 * What a table of claims that was changed in a spreadsheet would do to its article. A row is matched by its id; cells
 * that differ become changes of the claim's fields, or notes where a check decides and a table does not. A row without
 * an id is a new claim on the passage that it quotes. Nothing is deleted because a row is missing. Throws INVALID when
 * it is no such table. A cell that nobody has edited since the table was exported changes nothing, whatever has happened
 * here since; without the column “Version” every cell that differs counts as edited.
 */
export function planClaimsCsv(words: string, given: BackInGiven): BackInPlan {
  const { rows, unread: faults, unknown } = readClaimsCsv(words);
  const [latest] = given.revisions;
  const known = new Map(given.annotations.map((one) => [one.id, one]));
  const unread: UnreadThing[] = [...faults];
  const present: PresentThing[] = [];
  const items: (NewAnnotation | Addition)[] = [];
  const fresh: CsvRow[] = [];
  const doubly: string[] = [];
  for (const row of rows) {
    const id = (row.cells.Id ?? '').trim().toLowerCase();
    const here = known.get(id);
    const passage = row.cells.Passage ?? '';
    const miss = (why: string) => unread.push({ number: row.number, words: passage.slice(0, 300), why });
    if (id === '' && passage.trim() === '') miss('It has neither an id nor a passage.');
    else if (id === '') fresh.push(row);
    else if (given.isDeleted(id)) present.push({ words: passage, why: 'deleted' });
    else if (here === undefined) miss(idOfNobody);
    else {
      const { isOlder, twice, ...edited } = onlyEdited(row, here);
      const read = readRow(edited, here, given);
      for (const why of read.faults) miss(why);
      if (read.item !== undefined) {
        items.push(read.item);
        if (twice.length > 0) doubly.push(changedTwice(row.number, twice));
      } else if (read.faults.length === 0)
        present.push({ words: here.anchor.exact, why: isOlder ? 'newer' : 'same' });
    }
  }
  const made = planNewRows(fresh, given);
  const remarks = [...(unknown.length === 0 ? [] : [unknownColumns(unknown)]), ...doubly];
  return {
    format: 'claims-csv',
    tool: null,
    revision: { id: latest.id, number: latest.number },
    items: [...items, ...made.items],
    unplaced: made.unplaced,
    present: [...present, ...made.present],
    unread: [...unread, ...made.unread].toSorted((a, b) => a.number - b.number),
    remarks,
  };
}

const idOfNobody =
  'No annotation of this article has its id. Empty that cell to bring the row in as a new claim.';

const unknownColumns = (names: readonly string[]): string =>
  `${names.length === 1 ? 'This column means' : 'These columns mean'} nothing to Galley and ${names.length === 1 ? 'is' : 'are'} left out: ${names.join(', ')}.`;

const changedTwice = (number: number, columns: readonly string[]): string =>
  `Row ${number}: ${columns.join(', ')} ${columns.length === 1 ? 'was' : 'were'} changed in the table and here since it was exported. Look at what stands here before you take it over.`;

type ReadRow = { readonly item: Addition | undefined; readonly faults: readonly string[] };

/** What a row changes on the annotation that it is about. */
function readRow(row: CsvRow, here: Annotation, { idOf, actor, isDeleted }: BackInGiven): ReadRow {
  const { cells } = row;
  const faults: string[] = [];
  const { claim, before: claimBefore } = readClaim(cells, here.claim, faults);
  const mark = readMark(cells, faults);
  const isOtherMark = mark !== undefined && mark !== here.mark;
  if (cells.Passage !== undefined && !isSameCell(cells.Passage, here.anchor.exact))
    faults.push('Its passage was changed. A passage is moved in the workbench: select it there.');
  const hasClaim = Object.keys(claim).length > 0;
  const changes: FieldChanges = { ...(isOtherMark && { mark }), ...(hasClaim && { claim }) };
  const before: FieldChanges = {
    ...(isOtherMark && { mark: here.mark }),
    ...(hasClaim && { claim: claimBefore }),
  };
  const key = ['csv', here.id];
  const parts = [
    ...noteParts(cells.Notes, here, { key, idOf, actorId: actor.userId }),
    ...flagParts(cells.Flag, here, { key, idOf }),
    ...findingParts(cells, here, { key, idOf }),
  ].filter(({ kind, id }) => kind === 'note_change' || (!isDeleted(id) && !isThere(here, id)));
  if (Object.keys(changes).length === 0 && parts.length === 0) return { item: undefined, faults };
  const made = { kind: 'addition' as const, annotationId: here.id, exact: here.anchor.exact };
  const rest = { version: here.version, changes, before, parts };
  return { item: { ...made, ...rest, id: idOf('item', here.id, JSON.stringify(rest)) }, faults };
}

const isThere = ({ notes, flags }: Annotation, id: string): boolean =>
  [...notes, ...flags].some((one) => one.id === id);

/** A cell as the export would have written what is there: spaces around it and forbidden characters do not count. */
const isSameCell = (cell: string, value: string): boolean => tidy(cell) === tidy(value);

function readMark(cells: CsvRow['cells'], faults: string[]): Mark | undefined {
  const cell = tidy(cells.Mark ?? '').toLowerCase();
  if (cell === '') return undefined;
  const found = marks.find((mark) => [mark, markNames[mark].toLowerCase()].includes(cell));
  if (found === undefined)
    faults.push(`“${cells.Mark}” is no mark. Write ${marks.map((mark) => markNames[mark]).join(', ')}.`);
  return found;
}

type ReadClaim = { readonly claim: Partial<ClaimFields>; readonly before: Partial<ClaimFields> };

/** The fields of a claim that its cells have otherwise. An empty cell empties its field; a missing column does not. */
function readClaim(cells: CsvRow['cells'], now: ClaimFields, faults: string[]): ReadClaim {
  const claim: { -readonly [Name in keyof ClaimFields]?: ClaimFields[Name] } = {};
  if (cells.Claimant !== undefined && !isSameCell(cells.Claimant, now.claimant ?? '')) {
    const claimant = claimFieldsSchema.shape.claimant.safeParse(tidy(cells.Claimant) || null);
    if (claimant.success) claim.claimant = claimant.data;
    else faults.push('The claimant is longer than 300 characters.');
  }
  if (cells['Claimed on'] !== undefined) {
    const day = readDay(tidy(cells['Claimed on']));
    if (day === undefined)
      faults.push(`“${cells['Claimed on']}” can be read as no day, or as two. Write it like 2026-03-14.`);
    else if (day !== now.claimedOn) claim.claimedOn = day;
  }
  if (cells['Claim types'] !== undefined) {
    const types = readTypes(cells['Claim types'], faults);
    if (types !== undefined && types.toSorted().join() !== now.claimTypes.toSorted().join())
      claim.claimTypes = types;
  }
  const before = Object.fromEntries(
    Object.entries(now).filter(([name]) => name in claim),
  ) satisfies Partial<ClaimFields>;
  return { claim, before };
}

function readTypes(cell: string, faults: string[]): ClaimType[] | undefined {
  const names = tidy(cell)
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const types = names.map((name) =>
    claimTypes.find((type) => [type, readable(type).toLowerCase()].includes(name.toLowerCase())),
  );
  const wrong = names.filter((_, index) => types[index] === undefined);
  if (wrong.length > 0) {
    faults.push(
      `No claim type is called “${wrong.join('”, “')}”. There are: ${claimTypes.map(readable).join(', ')}.`,
    );
    return undefined;
  }
  return [...new Set(types.flatMap((type) => type ?? []))];
}

type PartContext = { readonly key: readonly string[]; readonly idOf: BackInGiven['idOf'] };

/**
 * Words written below the notes of a cell are a new note; another wording of one's own only note changes it, of other
 * notes is a new one. An emptied cell deletes nothing.
 */
function noteParts(
  cell: string | undefined,
  { notes }: Annotation,
  { key, idOf, actorId }: PartContext & { readonly actorId: string },
): readonly NewPart[] {
  const words = tidy(cell ?? '');
  const now = tidy(notes.map(({ body }) => richTextToPlain(body)).join('\n\n'));
  if (words === '' || words === now) return [];
  const [only, other] = notes;
  if (now !== '' && words.startsWith(`${now}\n`)) return newNotes(words.slice(now.length).trim(), key, idOf);
  if (only !== undefined && other === undefined && isOwnPlain(only, actorId))
    return plainToNotes(words)
      .slice(0, 1)
      .map((body) => ({
        kind: 'note_change',
        id: only.id,
        version: only.version,
        before: only.body,
        body,
      }));
  const known = new Set(notes.flatMap(({ body }) => paragraphsOf(richTextToPlain(body))));
  const said = paragraphsOf(words)
    .filter((part) => !known.has(part))
    .join('\n\n');
  return said === '' ? [] : newNotes(said, key, idOf);
}

const paragraphsOf = (words: string): readonly string[] =>
  words
    .split(/\n{2,}/)
    .map(tidy)
    .filter((part) => part !== '');

/** One's own words, without any form that a table would lose. */
const isOwnPlain = ({ authorId, body }: Note, actorId: string): boolean =>
  authorId === actorId && richTextToHtml(plainToRichText(richTextToPlain(body))) === richTextToHtml(body);

function newNotes(words: string, key: readonly string[], idOf: BackInGiven['idOf']): readonly NewPart[] {
  return plainToNotes(words).map((body) => ({
    kind: 'note',
    id: idOf('part', ...key, 'note', richTextToPlain(body)),
    body,
  }));
}

function flagParts(
  cell: string | undefined,
  here: Annotation,
  { key, idOf }: PartContext,
): readonly NewPart[] {
  const words = tidy(cell ?? '');
  const open = findOpenFlag(here);
  if (words === '' || isSameCell(words, open?.reason ?? '')) return [];
  if (here.flags.some(({ reason }) => isSameCell(words, reason))) return [];
  const id = idOf('part', ...key, 'flag', words);
  return open === undefined && words.length <= 1_000
    ? [{ kind: 'flag', id, reason: words }]
    : newNotes(`Flag: ${words}`, key, idOf);
}

const findings = [
  'Outcome',
  'Verdict',
  'Suggested wording',
  'Rationale',
] as const satisfies readonly CsvColumn[];

/** What is decided in a check is no table's to change: what it says there comes as a note. */
function findingParts(
  cells: CsvRow['cells'],
  here: Annotation,
  { key, idOf }: PartContext,
): readonly NewPart[] {
  const proposal = openProposal(here.check);
  const now: Readonly<Record<(typeof findings)[number], string>> = {
    Outcome: proposal === undefined ? '' : readable(proposal.outcome),
    Verdict: proposal?.verdict?.label ?? '',
    'Suggested wording': proposal?.suggestedWording ?? '',
    Rationale: proposal?.rationale ?? '',
  };
  const lines = findings.flatMap((column) => {
    const words = tidy(cells[column] ?? '');
    return words === '' || isSameCell(words, now[column]) ? [] : [`${column} (from the table): ${words}`];
  });
  const known = here.notes.map(({ body }) => tidy(richTextToPlain(body)));
  const news = lines.filter((line) => !known.some((words) => words.includes(line)));
  return news.length === 0 ? [] : newNotes(news.join('\n'), key, idOf);
}

/** Rows without an id: new claims where their passage stands. */
function planNewRows(
  rows: readonly CsvRow[],
  given: BackInGiven,
): Pick<BackInPlan, 'unplaced' | 'present' | 'unread'> & {
  readonly items: readonly (NewAnnotation | Addition)[];
} {
  const quotes = rows.map(({ cells }) => ({ exact: tidy(cells.Passage ?? ''), prefix: '', suffix: '' }));
  const found = placeQuotes(
    rows.map(({ cells }, index) => {
      const [start, end] = [Number(cells.Start || Number.NaN), Number(cells.End || Number.NaN)];
      const isPosition = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end;
      return {
        quote: quotes[index] ?? { exact: '', prefix: '', suffix: '' },
        position: isPosition ? { start, end } : null,
      };
    }),
    given.revisions,
  );
  const items: (NewAnnotation | Addition)[] = [];
  const unplaced: NewAnnotation[] = [];
  const present: PresentThing[] = [];
  const unread: UnreadThing[] = [];
  const known = new Map(given.annotations.map((one) => [one.id, one]));
  const times = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const quote = quotes[index] ?? { exact: '', prefix: '', suffix: '' };
    const { place, candidates } = found[index] ?? { place: null, candidates: [] };
    const faults: string[] = [];
    const mark = readMark(row.cells, faults) ?? 'claim';
    const { claim } = readClaim(row.cells, noClaim, faults);
    for (const why of faults) unread.push({ number: row.number, words: quote.exact, why });
    const said = JSON.stringify([quote.exact, mark]);
    const nth = times.get(said) ?? 0;
    times.set(said, nth + 1);
    const key = ['csv', quote.exact, mark, String(nth)];
    const annotationId = given.idOf('annotation', ...key);
    const here = known.get(annotationId);
    if (here !== undefined) {
      // its own row is there, without an id because the table has not been exported since
      const { item, faults: more } = readRow(row, here, given);
      for (const why of more) unread.push({ number: row.number, words: quote.exact, why });
      if (item !== undefined) items.push(item);
      else present.push({ words: quote.exact, why: 'same' });
      continue;
    }
    if (given.isDeleted(annotationId)) {
      present.push({ words: quote.exact, why: 'deleted' });
      continue;
    }
    const parts = newRowParts(row.cells, key, given.idOf);
    if (given.annotations.some((twin) => isTwin(twin, { place, mark, parts }))) {
      present.push({ words: quote.exact, why: 'same' });
      continue;
    }
    const made = { kind: 'annotation' as const, annotationId, quote, mark, place, candidates, claim, parts };
    (place === null ? unplaced : items).push({ ...made, id: given.idOf('item', JSON.stringify(made)) });
  }
  return { items, unplaced, present, unread };
}

const noClaim: ClaimFields = { claimTypes: [], claimant: null, claimedOn: null };

function newRowParts(
  cells: CsvRow['cells'],
  key: readonly string[],
  idOf: BackInGiven['idOf'],
): readonly NewPart[] {
  const flag = tidy(cells.Flag ?? '');
  const lines = findings.flatMap((column) => {
    const words = tidy(cells[column] ?? '');
    return words === '' ? [] : [`${column} (from the table): ${words}`];
  });
  return [
    ...newNotes(tidy(cells.Notes ?? ''), key, idOf),
    ...newNotes(lines.join('\n'), key, idOf),
    ...(flag === '' || flag.length > 1_000
      ? newNotes(flag === '' ? '' : `Flag: ${flag}`, key, idOf)
      : [{ kind: 'flag' as const, id: idOf('part', ...key, 'flag', flag), reason: flag }]),
  ];
}

/** The same mark on the same passage, saying all that the row says. */
function isTwin(
  twin: Annotation,
  { place, mark, parts }: Pick<NewAnnotation, 'place' | 'parts'> & { readonly mark: Mark },
): boolean {
  const { anchor } = twin;
  if (place === null || anchor.state === 'orphaned' || twin.mark !== mark) return false;
  if (anchor.start !== place.start || anchor.end !== place.end) return false;
  const notes = tidy(twin.notes.map(({ body }) => richTextToPlain(body)).join('\n\n'));
  return parts.every((part) => {
    if (part.kind === 'flag') return twin.flags.some(({ reason }) => isSameCell(reason, part.reason));
    return part.kind === 'note' && notes.includes(tidy(richTextToPlain(part.body)));
  });
}
