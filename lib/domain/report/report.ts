import { type Annotation, findOpenFlag, type Mark, marks } from '../annotation';
import type { ArticleState } from '../apply';
import type { Article, Revision } from '../article';
import { type CheckStatus, openProposal } from '../check';
import { type Coverage, coverageOf } from '../coverage';
import type { Instant } from '../ids';
import type { ReplyRequest } from '../reply-request-schema';
import type { Person } from '../team';
import { inTextOrder } from '../text-order';
import type { VerdictScale } from '../verdict';
import type { Correction, Published } from './publication';
import { type Arrangement, plainArrangement } from './report-arrangement';
import type { ChangeLog } from './report-changes';
import { type Dissent, dissentOf } from './report-dissent';

/**
 * The annotated report: everything that any format says, decided once. Formats only write it down.
 * `entries` are in text order and numbered from 1; annotations whose passage is lost come last.
 */
export type Report = {
  /** What was asked for: whose copy, which sections, marks and order. */
  readonly arrangement: Arrangement;
  readonly article: Article;
  readonly revision: Revision;
  readonly teamName: string;
  /** Where the article is found in this Galley; annotations are `?annotation=ID` there. */
  readonly address: string;
  /** The scales that the verdicts in it were given on, in the versions of then, as far as they are known. */
  readonly scales: readonly VerdictScale[];
  /** Second checkers recorded an outcome of their own before they saw the proposal. */
  readonly isBlind: boolean;
  /** What happened since the revision that was asked for; null where nobody asked. */
  readonly changes: ChangeLog | null;
  readonly coverage: Coverage;
  readonly entries: readonly ReportEntry[];
  readonly counts: ReportCounts;
  /** Votes of sessions that differ from what was decided. */
  readonly dissent: readonly Dissent[];
  /** Who was asked for a reply and what came back. */
  readonly replyRequests: readonly ReplyRequest[];
  /** What was put right since it was published first; none where it never was. */
  readonly corrections: readonly Correction[];
  /** Null but for the copy that stands at a public address. */
  readonly published: Published | null;
  readonly people: Readonly<Record<string, Person>>;
  /** The article's log up to here is in the report: number and hash of its latest event. */
  readonly record: { readonly seq: number; readonly hash: string };
  readonly made: { readonly at: Instant; readonly by: Person };
};

export type ReportEntry = { readonly number: number; readonly annotation: Annotation };

/** How many annotations have each mark and each check status, and how many flags are open; null where flags are not told of. */
export type ReportCounts = {
  readonly byMark: Readonly<Record<Mark, number>>;
  readonly byStatus: readonly { readonly status: CheckStatus; readonly count: number }[];
  readonly openFlags: number | null;
};

/** What a report says that is not in the state. `recordHash` is the hash of event `state.seq`. */
export type ReportGiven = {
  readonly teamName: string;
  readonly recordHash: string;
  readonly at: Instant;
  readonly by: Person;
  readonly address?: string | undefined;
  readonly corrections?: readonly Correction[] | undefined;
  /** Scales beside those that can be chosen now: older versions, archived ones. */
  readonly scales?: readonly VerdictScale[] | undefined;
  readonly changes?: ChangeLog | null | undefined;
};

/** Builds the whole report of one state of an article: the checking copy. `reportFor` makes the other copies of it. */
export function buildReport(state: ArticleState, about: ReportGiven): Report {
  const annotations = Object.values(state.annotations).sort(inTextOrder);
  return {
    arrangement: plainArrangement,
    article: state.article,
    revision: state.revision,
    teamName: about.teamName,
    address: about.address ?? `urn:uuid:${state.article.id}`,
    scales: scalesOf(annotations, [...state.rules.scales, ...(about.scales ?? [])]),
    isBlind: state.rules.blindSecondCheck,
    changes: about.changes ?? null,
    coverage: coverageOf(state.revision.sentences, annotations),
    entries: annotations.map((annotation, index) => ({ number: index + 1, annotation })),
    counts: countAll(annotations),
    dissent: dissentOf(annotations, state.ballots),
    replyRequests: state.replyRequests,
    corrections: about.corrections ?? [],
    published: null,
    people: state.people,
    record: { seq: state.seq, hash: about.recordHash },
    made: { at: about.at, by: about.by },
  };
}

/** The name of a person of the report; somebody unknown is said to be so. */
export function nameOf(people: Report['people'], id: string): string {
  return people[id]?.name ?? 'A former colleague';
}

/** The scales that the proposals which can be seen have given a verdict on, each once. */
function scalesOf(
  annotations: readonly Annotation[],
  known: readonly VerdictScale[],
): readonly VerdictScale[] {
  const wanted = new Set(
    annotations.flatMap(({ check }) => {
      const verdict = openProposal(check)?.verdict;
      return verdict ? [scaleKey({ id: verdict.scaleId, version: verdict.scaleVersion })] : [];
    }),
  );
  return known.filter((scale) => wanted.delete(scaleKey(scale)));
}

const scaleKey = ({ id, version }: Pick<VerdictScale, 'id' | 'version'>): string => `${id} ${version}`;

/** How many annotations of a list have each mark and status, and how many flags are open. */
export function countAll(annotations: readonly Annotation[]): ReportCounts {
  const byMark = { claim: 0, opinion: 0, sourced_fact: 0, no_fact: 0 };
  const byStatus = new Map<CheckStatus, number>();
  for (const annotation of annotations) {
    byMark[annotation.mark] += 1;
    const { status } = annotation.check;
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  }
  return {
    byMark,
    byStatus: [...byStatus].map(([status, count]) => ({ status, count })),
    openFlags: annotations.filter(findOpenFlag).length,
  };
}

/** What the marks and the evidence fields are called in a report (English; the screen has its own messages). */
export const markNames: Readonly<Record<Mark, string>> = {
  claim: 'Claim',
  opinion: 'Opinion',
  sourced_fact: 'Sourced fact',
  no_fact: 'Nothing to check',
};

/** The letter that stands for a mark wherever colour does not reach. */
export const markTags: Readonly<Record<Mark, string>> = {
  claim: 'C',
  opinion: 'O',
  sourced_fact: 'S',
  no_fact: 'N',
};

/** All marks in the order in which reports list them. */
export const marksInOrder: readonly Mark[] = marks;

/** A word of a list such as `official_document` as a person reads it: "Official document". */
export function readable(word: string): string {
  const spaced = word.replaceAll('_', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
