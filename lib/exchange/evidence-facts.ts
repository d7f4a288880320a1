import type { Evidence } from '@/lib/domain/evidence';
import { sizeText } from '@/lib/domain/evidence-file';
import { readable } from '@/lib/domain/report/report';

/** What was written down about a piece of evidence besides its title, quote and addresses, in short phrases. */
export function evidenceFacts(item: Evidence): readonly string[] {
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
