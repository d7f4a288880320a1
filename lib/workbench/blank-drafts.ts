import type { ClaimFields } from '@/lib/domain/annotation';
import type { EvidenceFields } from '@/lib/domain/evidence';
import { noDepth } from '@/lib/domain/no-depth';
import { richTextToPlain } from '@/lib/domain/rich-text';
import type { CheckDraftKind, Draft, DraftValues } from './drafts';

/**
 * What each form begins with that needs nothing to begin from. `today` is the reader's calendar day, the access date
 * of new evidence.
 */
export function blankValues(today: string): Omit<DraftValues, CheckDraftKind | 'thread' | 'reply'> {
  return {
    note: { type: 'doc', content: [{ type: 'paragraph' }] },
    evidence: {
      type: 'official_document',
      tier: 'primary',
      stance: 'supports',
      title: '',
      address: null,
      quote: null,
      locator: null,
      accessedOn: today,
      ...noDepth,
    },
    flag: { reason: '', priority: 'normal' },
    look: { note: '' },
    claim: { claimTypes: [], claimant: null, claimedOn: null },
  };
}

/** Whether a draft holds nothing that anybody would miss: no words of a new thing, no difference to what is there. */
export function isBlankDraft(draft: Draft): boolean {
  if (draft.base !== null) return JSON.stringify(draft.base.values) === JSON.stringify(draft.values);
  switch (draft.kind) {
    case 'note':
      return richTextToPlain(draft.values).trim() === '';
    case 'evidence':
      return !hasWords(draft.values);
    case 'flag':
      return draft.values.reason.trim() === '';
    case 'look':
      return draft.values.note.trim() === '';
    case 'claim':
      return !hasClaimFields(draft.values);
    case 'thread':
    case 'reply':
      return richTextToPlain(draft.values.body).trim() === '';
    default:
      return false; // steps of a check are always begun from something
  }
}

/** Whether anything is known of a claim. */
export function hasClaimFields({ claimTypes, claimant, claimedOn }: ClaimFields): boolean {
  return claimTypes.length > 0 || (claimant ?? '') !== '' || claimedOn !== null;
}

function hasWords({
  file,
  title,
  address,
  quote,
  locator,
  archivedAddress,
  independenceGroup,
}: EvidenceFields): boolean {
  if (file) return true;
  return [title, address, quote, locator, archivedAddress, independenceGroup].some(
    (words) => words !== null && words.trim() !== '',
  );
}
