import type { Annotation } from '@/lib/domain/annotation';
import { openProposal, standingProposal } from '@/lib/domain/check';
import type { Report, ReportEntry } from '@/lib/domain/report/report';
import type { InternalVerdict, Verdict } from '@/lib/domain/verdict';
import { anchorOf } from './entry-anchor';

/**
 * schema.org ClaimReview for each claim of the report that has a verdict which says something about its truth, as one
 * JSON-LD graph that can be pasted into a page. Google's documentation ("Fact check (ClaimReview) structured data")
 * requires claimReviewed, url (of the page, with the anchor of this claim) and reviewRating with alternateName, and
 * recommends author, itemReviewed with author, datePublished and appearance, and a rating in numbers from 1 up. It would
 * like claims of at most 75 characters: the passage stays whole all the same, because a shorter claim is another one.
 * What is not signed off is a draft (`creativeWorkStatus`). `onEntry` is called for each annotation that is looked at.
 */
export function reportToClaimReviews(
  report: Report,
  onEntry: () => void = () => undefined,
): { readonly '@context': string; readonly '@graph': Iterable<object> } {
  return {
    '@context': 'https://schema.org',
    '@graph': {
      *[Symbol.iterator]() {
        for (const entry of report.entries) {
          const review = claimReview(entry, report);
          if (review !== undefined) yield review;
          onEntry();
        }
      },
    },
  };
}

/**
 * Google reads a number from worst to best. The internal scale, to which every step of every scale is mapped, has an
 * order: 1 false, 2 mostly false, 3 misleading, 4 mixed, 5 mostly true, 6 true. Unproven has no place in it, and a
 * rating without a number is allowed: then only its name is given.
 */
export const ratingValues: Readonly<Partial<Record<InternalVerdict, number>>> = {
  false: 1,
  mostly_false: 2,
  misleading_or_missing_context: 3,
  mixed: 4,
  mostly_true: 5,
  true: 6,
};

function claimReview({ annotation, number }: ReportEntry, report: Report): object | undefined {
  const verdict = annotation.mark === 'claim' ? standingProposal(annotation.check)?.verdict : undefined;
  if (!verdict || verdict.internal === 'not_applicable') return undefined;
  const { check, anchor } = annotation;
  const published = check.signOff?.at ?? openProposal(check)?.at;
  const rationale = openProposal(check)?.rationale;
  return {
    '@type': 'ClaimReview',
    '@id': `urn:uuid:${annotation.id}`,
    url:
      report.published === null
        ? `${report.address}?annotation=${annotation.id}`
        : `${report.published.address}#${anchorOf(annotation)}`,
    name: `Claim ${number}: ${short(anchor.exact, 90)}`,
    claimReviewed: short(anchor.exact, 500),
    datePublished: published?.slice(0, 10),
    inLanguage: report.article.language ?? undefined,
    creativeWorkStatus: check.status === 'signed_off' ? undefined : 'Draft',
    author: { '@type': 'Organization', name: report.teamName },
    reviewBody: rationale || undefined,
    reviewRating: ratingOf(verdict, report),
    itemReviewed: itemReviewed(annotation, report),
    citation: citationsOf(annotation),
  };
}

/** The step's own name beside what it counts as; the scale that it was chosen from is described. */
function ratingOf(verdict: Verdict, { scales }: Report): object {
  const value = ratingValues[verdict.internal];
  const scale = scales.find(({ id, version }) => id === verdict.scaleId && version === verdict.scaleVersion);
  const numbered = value === undefined ? {} : { ratingValue: value, bestRating: 6, worstRating: 1 };
  return {
    '@type': 'Rating',
    alternateName: verdict.label,
    ...numbered,
    ratingExplanation:
      scale === undefined
        ? undefined
        : `Scale “${scale.name}”, version ${scale.version}: ${scale.steps.map(({ label }) => label).join(', ')}`,
  };
}

function itemReviewed({ claim, anchor }: Annotation, { article }: Report): object {
  const appearance =
    article.sourceAddress === null
      ? { '@type': 'CreativeWork', name: article.title, datePublished: article.publishedOn ?? undefined }
      : {
          '@type': 'CreativeWork',
          url: article.sourceAddress,
          headline: article.title,
          datePublished: article.publishedOn ?? undefined,
          ...(article.publication !== null && {
            publisher: { '@type': 'Organization', name: article.publication },
          }),
        };
  return {
    '@type': 'Claim',
    text: anchor.exact,
    datePublished: claim.claimedOn ?? article.publishedOn ?? undefined,
    author:
      claim.claimant === null ? undefined : { '@type': kindOfClaimant(claim.claimant), name: claim.claimant },
    appearance,
  };
}

function citationsOf({ evidence }: Annotation): readonly object[] | undefined {
  const cited = evidence.flatMap(({ address, title }) =>
    address === null ? [] : [{ '@type': 'CreativeWork', name: title, url: address }],
  );
  return cited.length === 0 ? undefined : cited;
}

/** Words in the names of bodies that speak, in the larger languages of the trade. */
const bodies =
  /\b(?:ministry|department|office|council|commission|committee|agency|authority|parliament|senate|government|party|union|association|federation|foundation|institute|university|bank|company|group|corporation|inc|ltd|llc|plc|gmbh|ag|sa|nv|ngo|court|police|army|church|club|ministerium|behörde|partei|verband|amt|rat|ministère|mairie|conseil|parti|ministerio|ayuntamiento|partido|ministero|comune|partito)\b/iu;

/**
 * Google takes claimants who are a Person or an Organization, and Galley asks only for a name: one that names a body is
 * taken for an organisation, any other for a person.
 */
export function kindOfClaimant(name: string): 'Person' | 'Organization' {
  return bodies.test(name) ? 'Organization' : 'Person';
}

/** At most so many characters, cut between words and never inside a character. */
function short(words: string, most: number): string {
  const plain = words.replaceAll(/\s+/g, ' ').trim();
  const characters = [...plain];
  if (characters.length <= most) return plain;
  return `${characters
    .slice(0, most - 1)
    .join('')
    .replace(/\s+\S*$/, '')}…`;
}
