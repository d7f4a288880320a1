import type { Report } from '@/lib/domain/report/report';
import { reportToClaimReviews } from './claim-review';
import { escapeHtml } from './markup';
import { previewSize } from './picture/preview-size';
import { previewWords } from './picture/preview-words';

/**
 * What the head of a report tells others: nothing, and not to be searched for, unless it is published; then its one
 * address, what a preview shows, and each claim with a verdict as ClaimReview (data, which no browser runs).
 */
export function publicHead(report: Report): string {
  const { article, published, teamName } = report;
  if (published === null) return '<meta name="robots" content="noindex">';
  const { alt, summary } = previewWords(report);
  const description = `Fact check by ${teamName}. ${summary}`;
  const { width, height } = previewSize;
  const facts = {
    'og:type': 'article',
    'og:title': article.title,
    'og:url': published.address,
    'og:site_name': teamName,
    'og:description': description,
    'og:image': published.picture,
    'og:image:type': 'image/png',
    'og:image:width': String(width),
    'og:image:height': String(height),
    'og:image:alt': alt,
    'article:published_time': published.publishedAt,
    'article:modified_time': published.changedAt,
  };
  const card = {
    'twitter:card': 'summary_large_image',
    'twitter:title': article.title,
    'twitter:description': description,
    'twitter:image': published.picture,
    'twitter:image:alt': alt,
  };
  return [
    `<link rel="canonical" href="${escapeHtml(published.address)}">`,
    `<meta name="description" content="${escapeHtml(description)}">`,
    ...Object.entries(facts).map(
      ([name, value]) => `<meta property="${name}" content="${escapeHtml(value)}">`,
    ),
    ...Object.entries(card).map(([name, value]) => `<meta name="${name}" content="${escapeHtml(value)}">`),
    `<script type="application/ld+json">${claimReviews(report)}</script>`,
  ].join('');
}

function claimReviews(report: Report): string {
  const { '@graph': reviews, ...about } = reportToClaimReviews(report);
  // The one sign that could end the element early is written as JSON allows it.
  return JSON.stringify({ ...about, '@graph': [...reviews] }).replaceAll('<', '\\u003c');
}
