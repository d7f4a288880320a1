import type { Report } from '@/lib/domain/report';
import { reportToClaimReviews } from './claim-review';
import { escapeHtml } from './markup';

/**
 * What the head of a report tells others: nothing, and not to be searched for, unless it is published; then its one
 * address, what a preview shows, and each claim with a verdict as ClaimReview (data, which no browser runs).
 */
export function publicHead(report: Report): string {
  const { article, published, teamName, counts } = report;
  if (published === null) return '<meta name="robots" content="noindex">';
  const claims = counts.byMark.claim + counts.byMark.sourced_fact;
  const facts = {
    'og:type': 'article',
    'og:title': article.title,
    'og:url': published.address,
    'og:site_name': teamName,
    'og:description': `Fact check by ${teamName}: ${claims} ${claims === 1 ? 'statement' : 'statements'} checked.`,
    'article:published_time': published.publishedAt,
    'article:modified_time': published.changedAt,
  };
  return [
    `<link rel="canonical" href="${escapeHtml(published.address)}">`,
    `<meta name="description" content="${escapeHtml(facts['og:description'])}">`,
    ...Object.entries(facts).map(
      ([name, value]) => `<meta property="${name}" content="${escapeHtml(value)}">`,
    ),
    '<meta name="twitter:card" content="summary">',
    // The one sign that could end the element early is written as JSON allows it.
    `<script type="application/ld+json">${JSON.stringify(reportToClaimReviews(report)).replaceAll('<', '\\u003c')}</script>`,
  ].join('');
}
