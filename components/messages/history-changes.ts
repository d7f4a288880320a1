import type { ArticleDetails } from '@/lib/domain/article';
import type { CheckPlan } from '@/lib/domain/check';
import type { EvidenceFields } from '@/lib/domain/evidence';
import type { ReplyRequestFields } from '@/lib/domain/reply-request-schema';
import type { SessionFields } from '@/lib/domain/session';
import { claimWords } from './claim-words';
import { evidenceWords } from './evidence-words';
import { words } from './words';

/** What is shown below a sentence: something said, a consequence, or words that changed. */
export type HistoryDetail =
  | { readonly kind: 'said' | 'effect'; readonly text: string }
  | {
      readonly kind: 'diff';
      readonly label: string;
      readonly before: string;
      readonly after: string;
    };

/** A happening in words. `does` follows the name of who did it: "changed the mark from claim to opinion". */
export type HistoryWords = { readonly does: string; readonly details: readonly HistoryDetail[] };

/** A sentence with what stands below it. */
export function plain(does: string, ...details: readonly HistoryDetail[]): HistoryWords {
  return { does, details };
}

/** A field of something that can change: what it is called in a sentence, and how a value of it reads. */
type Field = { readonly name: string; readonly show?: (value: never) => string };
type Fields = Readonly<Record<string, Field>>;

/** Longer values are shown below the sentence, word by word. */
const longest = 60;

/** "changed the locator of “Budget 2021” from p. 6 to p. 7"; several or long ones stand below. */
export function changed(
  of: string,
  { changes, before }: { readonly changes: object; readonly before: object },
  fields: Fields,
): HistoryWords {
  const list = Object.entries(changes).flatMap(([key, after]) => {
    const field = fields[key] ?? { name: key };
    const was: unknown = Object.entries(before).find(([name]) => name === key)?.[1];
    if (JSON.stringify(was) === JSON.stringify(after)) return [];
    return [{ name: field.name, before: shown(field, was), after: shown(field, after) }];
  });
  const [first] = list;
  if (first === undefined) return plain(`saved the details ${of} without a change`);
  if (list.every((field) => field.before === field.after)) return plain(`changed the ${first.name} ${of}`);
  const names = list.map(({ name }) => `the ${name}`).join(', ');
  if (list.length > 1 || Math.max(first.before.length, first.after.length) > longest) {
    return {
      does: `changed ${names} ${of}`,
      details: list.map(({ name, before: was, after }) => ({
        kind: 'diff',
        label: name.charAt(0).toUpperCase() + name.slice(1),
        before: was,
        after,
      })),
    };
  }
  if (first.before === '') return plain(`set the ${first.name} ${of} to ${first.after}`);
  if (first.after === '') return plain(`cleared the ${first.name} ${of}, which was ${first.before}`);
  return plain(`changed the ${first.name} ${of} from ${first.before} to ${first.after}`);
}

function shown({ show }: Field, value: unknown): string {
  if (value === null || value === undefined) return '';
  // each field's reader takes the values of its own field
  return show === undefined ? String(value) : show(value as never);
}

const oneOf =
  <Key extends string>(list: Readonly<Record<Key, string>>) =>
  (key: Key): string =>
    list[key].toLowerCase();
const someOf =
  <Key extends string>(list: Readonly<Record<Key, string>>) =>
  (keys: readonly Key[]): string =>
    keys.length === 0 ? 'none' : keys.map((key) => list[key].toLowerCase()).join(', ');
const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');

export const articleFields = {
  title: { name: 'headline' },
  byline: { name: 'byline' },
  publication: { name: 'publication' },
  publishedOn: { name: 'day of publication' },
  sourceAddress: { name: 'address' },
  language: { name: 'language' },
  direction: { name: 'direction', show: oneOf(words.directions) },
} satisfies Record<keyof ArticleDetails, Field>;

export const claimFields = {
  claimTypes: { name: 'kinds', show: someOf(claimWords.claimTypes) },
  claimant: { name: 'claimant' },
  claimedOn: { name: 'day' },
};

export const evidenceFields = {
  type: { name: 'type', show: oneOf(evidenceWords.evidenceTypes) },
  tier: { name: 'tier', show: oneOf(evidenceWords.evidenceTiers) },
  stance: { name: 'stance', show: oneOf(evidenceWords.evidenceStances) },
  title: { name: 'title' },
  address: { name: 'address' },
  quote: { name: 'quote' },
  locator: { name: 'locator' },
  accessedOn: { name: 'access date' },
  archivedAddress: { name: 'archived address' },
  independenceGroup: { name: 'independence group' },
  captureHash: { name: 'capture hash' },
  reliability: { name: 'reliability' },
  credibility: { name: 'credibility' },
  attribution: { name: 'attribution', show: oneOf(evidenceWords.attributions) },
  isConfidential: { name: 'confidentiality', show: yesOrNo },
  sourceId: { name: 'source in the library', show: () => 'a source of the library' },
  file: { name: 'file', show: ({ name }: { readonly name: string }) => `“${name}”` },
  reusedFromId: { name: 'origin', show: () => 'an earlier claim' },
  contactId: { name: 'contact', show: () => 'a confidential contact' },
} satisfies Record<keyof EvidenceFields, Field>;

/** A version of evidence, field by field: the first with all it says, a later one with what is other than before. */
export function evidenceLines(
  now: EvidenceFields,
  before: EvidenceFields | undefined,
): readonly (readonly [name: string, value: string])[] {
  const was = new Map(Object.entries(before ?? {}));
  return Object.entries(now).flatMap(([key, value]) => {
    const field: Field | undefined = new Map<string, Field>(Object.entries(evidenceFields)).get(key);
    const isSame =
      before === undefined
        ? value === null || value === false
        : JSON.stringify(was.get(key)) === JSON.stringify(value);
    if (field === undefined || isSame) return [];
    const name = field.name.charAt(0).toUpperCase() + field.name.slice(1);
    return [[name, shown(field, value) || 'none'] as const];
  });
}

export const replyRequestFields = {
  party: { name: 'party' },
  question: { name: 'question' },
  askedOn: { name: 'day of asking' },
  way: { name: 'way', show: oneOf(evidenceWords.askingWays) },
  deadlineOn: { name: 'deadline' },
} satisfies Record<keyof ReplyRequestFields, Field>;

export const sessionFields = {
  goal: { name: 'goal' },
  deadlineAt: { name: 'deadline', show: (at: string) => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC` },
  firstCome: { name: 'first come', show: yesOrNo },
} satisfies Record<Exclude<keyof SessionFields, 'participantIds'>, Field>;

export const flagFields = {
  reason: { name: 'reason' },
  priority: { name: 'priority', show: oneOf(words.flagPriorities) },
};

export const planFields = {
  priority: { name: 'priority', show: oneOf(words.checkPriorities) },
  dueAt: { name: 'due time', show: (at: string) => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC` },
  depth: { name: 'depth', show: oneOf(claimWords.checkDepths) },
  riskFlags: { name: 'risk flags', show: someOf(claimWords.riskFlags) },
} satisfies Record<Exclude<keyof CheckPlan, 'assigneeId'>, Field>;
