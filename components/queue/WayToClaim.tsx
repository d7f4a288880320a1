'use client';

import { ArrowLeft } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { queue as words } from '../messages/queue';
import { WarmLink } from '../shell/WarmLink';
import { buttonClass } from '../ui/button-class';
import { parseQueueLook, queueAddress } from './queue-address';

/** Back to the claim in the review queue that one came from. */
export function WayToClaim() {
  const params = useSearchParams();
  // Which claim one came from is said by the first address only: it changes with the card that is open.
  const [origin] = useState(() => ({
    look: parseQueueLook(Object.fromEntries(new URLSearchParams(params.get('look') ?? ''))),
    annotationId: params.get('annotation') ?? undefined,
  }));
  return (
    <WarmLink
      href={queueAddress(origin.look, origin.annotationId)}
      className={`${buttonClass('ghost', 'sm')} -ms-2 -me-1 print:hidden`}
    >
      <ArrowLeft aria-hidden className="size-4" />
      <span className="max-md:sr-only">{words.wayBack}</span>
    </WarmLink>
  );
}
