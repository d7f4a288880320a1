import { type ClipboardEvent, useEffect, useRef, useState } from 'react';
import { type EvidenceFields, evidenceFieldsSchema } from '@/lib/domain/evidence';
import { titleOfPage } from './title-of-page';

type PastedAddress = {
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  /** The page is being asked for its title. */
  readonly isReading: boolean;
};

/**
 * A web address pasted into an empty form, as the title or as the address, fills in both: the site is the title until
 * the page has told its own. What somebody types meanwhile stays.
 */
export function usePastedAddress(
  values: EvidenceFields,
  change: (changes: Partial<EvidenceFields>) => void,
): PastedAddress {
  const [reading, setReading] = useState<AbortController | null>(null);
  const latest = useRef({ values, change });
  useEffect(() => {
    latest.current = { values, change };
  });
  useEffect(() => () => reading?.abort(), [reading]);

  async function read(address: string, site: string): Promise<void> {
    const leave = new AbortController();
    setReading(leave);
    const title = await titleOfPage(address, leave.signal);
    if (leave.signal.aborted) return;
    setReading(null);
    const now = latest.current;
    if (title !== undefined && now.values.address === address && now.values.title === site)
      now.change({ title: title.slice(0, 500) });
  }

  return {
    isReading: reading !== null,
    onPaste(event) {
      const pasted = event.clipboardData.getData('text/plain').trim();
      if (values.title !== '' || values.address !== null) return;
      const address = evidenceFieldsSchema.shape.address.safeParse(pasted);
      if (!address.success || address.data === null) return;
      event.preventDefault();
      const site = new URL(pasted).hostname.replace(/^www\./, '');
      change({ address: pasted, title: site });
      void read(pasted, site);
    },
  };
}
