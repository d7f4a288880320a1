import type { Evidence } from '@/lib/domain/evidence';
import { type Report, readable } from '@/lib/domain/report/report';
import { evidenceFacts } from './evidence-facts';
import { escapeHtml } from './markup';
import { signedBy } from './signature-html';

/** One piece of evidence with everything that was written down about it. */
export function evidenceToHtml(item: Evidence, people: Report['people']): string {
  const quote = item.quote === null ? '' : `<blockquote dir="auto">${escapeHtml(item.quote)}</blockquote>`;
  return `<div class="evidence ${item.stance}"><p><b>${escapeHtml(item.title)}</b> <span class="stance">${readable(item.stance)}</span></p><p class="facts">${escapeHtml(evidenceFacts(item).join(' · '))}</p>${quote}${link(
    item.address,
  )}${link(item.archivedAddress, 'Archived copy: ')}${signedBy(people, item.authorId, item.createdAt)}</div>`;
}

function link(address: string | null, before = ''): string {
  if (address === null) return '';
  const escaped = escapeHtml(address);
  return `<p class="address">${before}<a href="${escaped}" rel="noopener noreferrer">${escaped}</a></p>`;
}
