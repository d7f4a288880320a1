import { changesSince } from '@/lib/domain/laws/article-sign-off';
import { standingOfRequest } from '@/lib/domain/reply-request';
import type { ReplyRequest } from '@/lib/domain/reply-request-schema';
import { markNames, marksInOrder, markTags, nameOf, type Report, readable } from '@/lib/domain/report/report';
import type { ReportSection } from '@/lib/domain/report/report-arrangement';
import { entryLabel } from './entry-parts';
import { instantText } from './instant-text';
import { methodOf } from './method-note';
import { type Line, line } from './written-line';

/** A part of a report beside its text: paragraphs, or rows of a name and what it has. */
export type Section = {
  readonly id: ReportSection | 'sign-off' | 'record' | 'corrections';
  readonly title: string;
  readonly lines: readonly Line[];
  readonly rows: readonly (readonly [string, string])[];
};

/** What stands before the text; a section with nothing to say is left out. */
export function frontSections(report: Report): readonly Section[] {
  const { sections } = report.arrangement;
  const before = sections.slice(0, sections.indexOf('text'));
  return [signOff(report), corrections(report), ...before.map((id) => write(id, report))].filter(hasWords);
}

/** What stands after the text and its annotations. */
export function backSections(report: Report): readonly Section[] {
  const { sections } = report.arrangement;
  const after = sections.slice(sections.indexOf('text') + 1);
  return [...after.map((id) => write(id, report)), record(report)].filter(hasWords);
}

const hasWords = ({ lines, rows }: Section): boolean => lines.length + rows.length > 0;

function write(id: ReportSection, report: Report): Section {
  switch (id) {
    case 'summary':
      return summary(report);
    case 'legend':
      return legend(report);
    case 'text':
      return { id, title: '', lines: [], rows: [] };
    case 'method':
      return method(report);
    case 'dissent':
      return dissent(report);
    case 'replies':
      return replies(report);
    case 'changes':
      return changes(report);
  }
}

/** What was put right after publication, with its day. */
function corrections({ corrections: all }: Report): Section {
  return {
    id: 'corrections',
    title: all.length === 1 ? 'Correction' : 'Corrections',
    lines: [],
    rows: all.map(({ at, text }) => [instantText(at), text] as const),
  };
}

/** The legend: what each mark means, and the scales of the verdicts with what each step counts as. */
function legend({ arrangement, scales }: Report): Section {
  const rows = marksInOrder
    .filter((mark) => arrangement.marks.includes(mark))
    .map((mark) => [`${markTags[mark]} ${markNames[mark]}`, markMeanings[mark]] as const);
  const steps = scales.map(
    ({ name, version, steps: all }) =>
      [
        `Scale “${name}”, version ${version}`,
        all.map(({ label, internal }) => stepWords(label, readable(internal))).join(' · '),
      ] as const,
  );
  return { id: 'legend', title: 'Legend', lines: [], rows: [...rows, ...steps] };
}

/** A step with what it counts as, where its own name does not say so already. */
const stepWords = (label: string, meaning: string): string =>
  label.toLowerCase() === meaning.toLowerCase() ? label : `${label} (${meaning.toLowerCase()})`;

/** How this article was checked, in sentences that hold for this team. */
function method(report: Report): Section {
  return {
    id: 'method',
    title: 'How this was checked',
    lines: methodOf(report).map((sentence) => line('plain', sentence)),
    rows: [],
  };
}

/** Who saw a claim otherwise than it was decided, and why. */
function dissent({ dissent: all, entries, people }: Report): Section {
  const byId = new Map(entries.map((entry) => [entry.annotation.id, entry]));
  return {
    id: 'dissent',
    title: 'Dissent',
    rows: [],
    lines: all.flatMap(({ annotationId, decided, votes }) => {
      const entry = byId.get(annotationId);
      if (entry === undefined) return [];
      const outcome = decided === null ? 'nothing, the votes were even' : readable(decided).toLowerCase();
      return [
        line('plain', { text: entryLabel(entry), bold: true }, ` “${entry.annotation.anchor.exact}”`),
        line('facts', `Decided: ${outcome}`),
        ...votes.map(({ byId: id, at, outcome: voted, verdict, note }) =>
          line(
            'item',
            `– ${nameOf(people, id)} voted ${readable(voted).toLowerCase()}`,
            verdict === null ? '' : ` (${verdict.label})`,
            note === '' ? '' : `: ${note}`,
            ` · ${instantText(at)}`,
          ),
        ),
      ];
    }),
  };
}

/** Everything that happened since the revision that was asked for. */
function changes({ changes: log, entries, people }: Report): Section {
  if (log === null) return { id: 'changes', title: 'Changes', lines: [], rows: [] };
  const labels = new Map(entries.map((entry) => [entry.annotation.id, entryLabel(entry)]));
  const left = log.left === 0 ? [] : [line('facts', `${log.left} earlier changes are not listed.`)];
  const none = log.lines.length === 0 ? [line('plain', 'Nothing was changed.')] : [];
  return {
    id: 'changes',
    title: `Changes since revision ${log.sinceRevision}`,
    lines: [...left, ...none],
    rows: log.lines.map(({ at, byId, annotationId, words }) => {
      const about = annotationId === null ? '' : ` ${labels.get(annotationId) ?? ''}`;
      return [`${instantText(at)} · ${nameOf(people, byId)}`, `${words}${about}`.trimEnd()];
    }),
  };
}

const markMeanings = {
  claim: 'A statement that evidence can settle.',
  opinion: 'Judgement or taste; it may hold claims.',
  sourced_fact: 'A statement that already carries a source which the checker accepted.',
  no_fact: 'Decided: there is nothing to check here.',
} as const;

function signOff({ article, people, record: { seq }, revision }: Report): Section {
  const section = { id: 'sign-off', title: 'Sign-off', rows: [] } as const;
  const signed = article.signOff;
  if (signed === null) {
    const open = 'The check of this article is not finished.';
    return { ...section, lines: [line('plain', { text: 'Not signed off. ', bold: true }, open)] };
  }
  const since = changesSince(signed, seq);
  const { override, waivers } = signed;
  return {
    ...section,
    lines: [
      line(
        'plain',
        { text: 'Signed off', bold: true },
        ` by ${nameOf(people, signed.byId)}, ${instantText(signed.at)}.`,
      ),
      ...(since === 0
        ? []
        : [
            line(
              'plain',
              since === 1
                ? 'One change since then, which the sign-off does not cover.'
                : `${since} changes since then, which the sign-off does not cover.`,
            ),
          ]),
      ...(override === null
        ? []
        : [
            line('plain', { text: 'Signed off against an obstacle: ', bold: true }, override.reason),
            ...override.against.map((obstacle) => line('item', `– ${obstacle}`)),
          ]),
      ...waivers.map(({ start, end, reason }) =>
        line('item', `– Waived: “${revision.text.slice(start, end)}”: ${reason}`),
      ),
    ],
  };
}

function summary({ counts, coverage, entries, people, revision }: Report): Section {
  const share = coverage.total === 0 ? 0 : Math.floor((100 * coverage.decided) / coverage.total);
  const authors = new Map<string, number>();
  for (const { annotation } of entries)
    authors.set(annotation.authorId, (authors.get(annotation.authorId) ?? 0) + 1);
  return {
    id: 'summary',
    title: 'Summary',
    rows: [
      ...marksInOrder.map((mark) => [markNames[mark], String(counts.byMark[mark])] as const),
      ...counts.byStatus.map(
        ({ status, count }) => [`Status: ${readable(status).toLowerCase()}`, String(count)] as const,
      ),
      ...(counts.openFlags === null ? [] : [['Open flags', String(counts.openFlags)] as const]),
      ['Sentences decided', `${coverage.decided} of ${coverage.total} (${share} %)`],
      ...[...authors].map(([id, count]) => [`Marked by ${nameOf(people, id)}`, String(count)] as const),
    ],
    lines: gapLines(coverage, revision),
  };
}

/** The first sentences that nobody has decided, and how many more there are. */
export function gapLines({ gaps }: Report['coverage'], { text }: Report['revision']): readonly Line[] {
  if (gaps.length === 0) return [];
  const more = gaps.length - maxGaps;
  return [
    line('plain', { text: 'Sentences without a decision:', bold: true }),
    ...gaps.slice(0, maxGaps).map(({ start, end }) => line('item', `– ${text.slice(start, end)}`)),
    ...(more > 0 ? [line('facts', `and ${more} more`)] : []),
  ];
}

/** A report names so many sentences without a decision, and counts the others. */
const maxGaps = 12;

function replies({ replyRequests, people, made }: Report): Section {
  const today = made.at.slice(0, 10);
  return {
    id: 'replies',
    title: 'Right of reply',
    rows: [],
    lines: replyRequests.flatMap((request) => replyLines(request, today, people)),
  };
}

function replyLines(request: ReplyRequest, today: string, people: Report['people']): readonly Line[] {
  const { party, question, askedOn, way, deadlineOn, answer, authorId } = request;
  const facts = [
    `asked on ${askedOn} (${readable(way).toLowerCase()}) by ${nameOf(people, authorId)}`,
    deadlineOn === null ? null : `until ${deadlineOn}`,
    answer === null
      ? standingOfRequest(request, today)
      : `${readable(answer.outcome).toLowerCase()} on ${answer.on}`,
  ].filter((fact) => fact !== null);
  return [
    line('plain', { text: party, bold: true }),
    line('facts', facts.join(' · ')),
    line('plain', question),
    ...(answer === null || answer.words === '' ? [] : [line('quote', answer.words)]),
  ];
}

function record({ made, record: { seq, hash }, revision }: Report): Section {
  return {
    id: 'record',
    title: 'Record',
    lines: [
      line('facts', `Made by ${made.by.name}, ${instantText(made.at)}, with Galley.`),
      line('facts', `Revision ${revision.number}, SHA-256 of its text: ${revision.hash}`),
      line('facts', `Record up to event ${seq}, hash: ${hash}`),
    ],
    rows: [],
  };
}
