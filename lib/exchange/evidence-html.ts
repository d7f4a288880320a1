import type { Evidence } from '@/lib/domain/evidence';
import { sizeText } from '@/lib/domain/evidence-file';
import { type Report, readable } from '@/lib/domain/report';
import { escapeHtml } from './markup';
import { signedBy } from './signature-html';

/** One piece of evidence with everything that was written down about it. */
export function evidenceToHtml(item: Evidence, people: Report['people']): string {
  const quote = item.quote === null ? '' : `<blockquote dir="auto">${escapeHtml(item.quote)}</blockquote>`;
  return `<div class="evidence ${item.stance}"><p><b>${escapeHtml(item.title)}</b> <span class="stance">${readable(item.stance)}</span></p><p class="facts">${escapeHtml(factsOf(item).join(' · '))}</p>${quote}${link(
    item.address,
  )}${link(item.archivedAddress, 'Archived copy: ')}${signedBy(people, item.authorId, item.createdAt)}</div>`;
}

function factsOf(item: Evidence): readonly string[] {
  const code = `${item.reliability ?? ''}${item.credibility ?? ''}`;
  return [
    item.isConfidential ? 'Confidential' : null,
    item.contactId === null ? null : 'from a confidential contact',
    readable(item.type),
    readable(item.tier),
    item.locator,
    item.accessedOn === null ? null : `accessed ${item.accessedOn}`,
    item.attribution === null ? null : readable(item.attribution),
    code === '' ? null : `Admiralty code ${code}`,
    item.independenceGroup === null ? null : `goes back to ${item.independenceGroup}`,
    item.file === null ? null : `file ${item.file.name} (${sizeText(item.file.bytes)})`,
    item.captureHash === null ? null : `SHA-256 of the capture ${item.captureHash}`,
  ].filter((fact): fact is string => fact !== null);
}

function link(address: string | null, before = ''): string {
  if (address === null) return '';
  const escaped = escapeHtml(address);
  return `<p class="address">${before}<a href="${escaped}" rel="noopener noreferrer">${escaped}</a></p>`;
}
