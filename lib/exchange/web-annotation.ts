import type { Annotation } from '@/lib/domain/annotation';
import { openProposal } from '@/lib/domain/check';
import type { Evidence } from '@/lib/domain/evidence';
import { nameOf, type Report, type ReportEntry, readable } from '@/lib/domain/report/report';
import { type CodePoints, codePointsOf } from './code-points';
import { evidenceTerms, galleyTerms } from './evidence-terms';
import { lazyList } from './json-pieces';
import { richTextToHtml } from './markup';

/**
 * The report's annotations in the W3C Web Annotation Data Model (Recommendation of 23 February 2017): one
 * AnnotationCollection with pages of 500. The first page stands in it, as the model allows (section 5.1); the others are
 * included (JSON-LD 1.1, section 4.7), so that one file holds all, and linked by `next` and `prev`. Offsets count code points in the article's canonical text
 * (section 4.2.5). Bodies and their purposes: the mark classifies, outcome and verdict assess, a suggested wording edits, notes comment, a flag and
 * an author query question, replies reply, evidence with an address links, evidence without one describes, claim types
 * and the check status (`status:signed_off`) tag. What the model has no words for of evidence (tier, stance, access date,
 * archived address, grades) stands under Galley's own terms (`evidence-terms`). Each annotation is made when it is asked
 * for; `onItem` hears of it.
 */
export function reportToWebAnnotations(report: Report, onItem: () => void = () => undefined): object {
  const base = `urn:uuid:${report.article.id}`;
  const points = codePointsOf(report.revision.text);
  const [first, ...others] = pagesOf(report.entries, `${base}:annotations`, ({ annotation }) => {
    onItem();
    return toWebAnnotation(annotation, report, points);
  });
  return {
    '@context': ['http://www.w3.org/ns/anno.jsonld', galleyTerms],
    id: `${base}:annotations`,
    type: 'AnnotationCollection',
    label: `Annotations of “${report.article.title}”`,
    creator: { type: 'Organization', name: report.teamName },
    generator: { type: 'Software', name: 'Galley' },
    generated: report.made.at,
    total: report.entries.length,
    first,
    last: (others.at(-1) ?? first)?.id,
    ...(others.length === 0 ? {} : { '@included': others }),
  };
}

/** So many annotations stand on a page. */
export const pageLength = 500;

type AnnotationPage = {
  readonly id: string;
  readonly type: 'AnnotationPage';
  readonly partOf: string;
  readonly startIndex: number;
  readonly prev?: string;
  readonly next?: string;
  readonly items: Iterable<object>;
};

/** The pages of a collection; one without annotations has one page too. */
function pagesOf(
  entries: Report['entries'],
  collection: string,
  toItem: (entry: ReportEntry) => object,
): readonly AnnotationPage[] {
  const count = Math.max(1, Math.ceil(entries.length / pageLength));
  const idOf = (index: number): string => `${collection}:${index + 1}`;
  return Array.from({ length: count }, (_, index) => ({
    id: idOf(index),
    type: 'AnnotationPage',
    partOf: collection,
    startIndex: index * pageLength,
    ...(index > 0 && { prev: idOf(index - 1) }),
    ...(index < count - 1 && { next: idOf(index + 1) }),
    items: lazyList(entries.slice(index * pageLength, (index + 1) * pageLength), toItem),
  }));
}

/** What a tag that gives the check status begins with. */
export const statusTag = 'status:';

function toWebAnnotation(annotation: Annotation, report: Report, points: CodePoints): object {
  const { anchor } = annotation;
  return {
    id: `urn:uuid:${annotation.id}`,
    type: 'Annotation',
    motivation: ['classifying', ...(annotation.notes.length > 0 ? ['commenting'] : [])],
    creator: person(report, annotation.authorId),
    created: annotation.createdAt,
    modified: annotation.changedAt,
    body: bodies(annotation, report),
    target: {
      type: 'SpecificResource',
      source: report.article.sourceAddress ?? `urn:uuid:${report.article.id}`,
      state: { type: 'TimeState', sourceDate: report.revision.createdAt },
      selector:
        anchor.state === 'orphaned'
          ? [quoteSelector(annotation)]
          : [
              quoteSelector(annotation),
              {
                type: 'TextPositionSelector',
                start: points.fromUtf16(anchor.start),
                end: points.fromUtf16(anchor.end),
              },
            ],
    },
  };
}

const quoteSelector = ({ anchor: { exact, prefix, suffix } }: Annotation): object => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
});

function bodies(annotation: Annotation, report: Report): object[] {
  const by = (id: string, created: string): object => ({ creator: person(report, id), created });
  return [
    { type: 'TextualBody', purpose: 'classifying', format: 'text/plain', value: annotation.mark },
    ...annotation.claim.claimTypes.map((type) => ({
      type: 'TextualBody',
      purpose: 'tagging',
      format: 'text/plain',
      value: type,
    })),
    {
      type: 'TextualBody',
      purpose: 'tagging',
      format: 'text/plain',
      value: `${statusTag}${annotation.check.status}`,
    },
    ...checkBodies(annotation, report),
    ...annotation.notes.map((note) => ({
      id: `urn:uuid:${note.id}`,
      type: 'TextualBody',
      purpose: 'commenting',
      format: 'text/html',
      value: richTextToHtml(note.body),
      ...by(note.authorId, note.createdAt),
      modified: note.changedAt,
    })),
    ...annotation.flags.map((flag) => ({
      id: `urn:uuid:${flag.id}`,
      type: 'TextualBody',
      purpose: 'questioning',
      format: 'text/plain',
      value: flag.reason,
      ...by(flag.raisedById, flag.raisedAt),
    })),
    ...annotation.threads.flatMap(({ kind, replies }) =>
      replies.map((reply, index) => ({
        id: `urn:uuid:${reply.id}`,
        type: 'TextualBody',
        purpose: kind === 'author_query' && index === 0 ? 'questioning' : 'replying',
        format: 'text/html',
        value: richTextToHtml(reply.body),
        ...by(reply.authorId, reply.createdAt),
        modified: reply.changedAt,
      })),
    ),
    ...annotation.evidence.map((item) => ({ ...evidenceBody(item), ...by(item.authorId, item.createdAt) })),
  ];
}

/** Outcome and verdict assess, a suggested wording edits, as the purposes of the model name them. */
function checkBodies({ check }: Annotation, report: Report): object[] {
  const proposal = openProposal(check);
  if (proposal === undefined) return [];
  const { verdict, suggestedWording, byId, at } = proposal;
  const by = { creator: person(report, byId), created: at };
  const text = (purpose: string, value: string): object => ({
    type: 'TextualBody',
    purpose,
    format: 'text/plain',
    value,
    ...by,
  });
  return [
    text('assessing', proposal.outcome),
    ...(verdict === null ? [] : [text('assessing', verdict.label)]),
    ...(suggestedWording === null || suggestedWording === '' ? [] : [text('editing', suggestedWording)]),
  ];
}

function evidenceBody(item: Evidence): object {
  const words = [
    item.title,
    `${readable(item.stance)} (${readable(item.type)}, ${item.tier})`,
    item.quote === null ? null : `“${item.quote}”`,
    item.locator,
  ]
    .filter((part): part is string => part !== null)
    .join('\n');
  // what must not go out of the house says so, so that it still does when the file comes back
  const audience =
    item.isConfidential || item.contactId !== null
      ? { audience: { type: 'Audience', 'schema:audienceType': 'confidential' } }
      : {};
  if (item.address === null) {
    return {
      id: `urn:uuid:${item.id}`,
      type: 'TextualBody',
      purpose: 'describing',
      format: 'text/plain',
      value: words,
      ...evidenceTerms(item),
      ...audience,
    };
  }
  return {
    id: `urn:uuid:${item.id}`,
    type: 'SpecificResource',
    purpose: 'linking',
    source: { id: item.address, type: 'Text', 'dc:title': words },
    ...(item.quote === null ? {} : { selector: { type: 'TextQuoteSelector', exact: item.quote } }),
    ...evidenceTerms(item),
    ...audience,
  };
}

const person = (report: Report, id: string): object => ({
  id: `urn:uuid:${id}`,
  type: 'Person',
  name: nameOf(report.people, id),
});
