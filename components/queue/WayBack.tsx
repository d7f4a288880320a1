'use client';

import { ArrowLeft } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { messages } from '../messages';
import { queue as queueWords } from '../messages/queue';
import { WarmLink } from '../shell/WarmLink';
import { buttonClass } from '../ui/button-class';
import { Tooltip } from '../ui/Tooltip';
import { parseQueueLook, queueAddress } from './queue-address';

/** Out of the workbench: to the claim in the review queue that one came from, else to the articles. */
export function WayBack() {
  const params = useSearchParams();
  // Which claim one came from is said by the first address only: it changes with the card that is open.
  const [origin] = useState(() => ({
    isQueue: params.get('from') === 'queue',
    look: parseQueueLook(Object.fromEntries(new URLSearchParams(params.get('look') ?? ''))),
    annotationId: params.get('annotation') ?? undefined,
  }));
  const words = queueWords;
  if (origin.isQueue) {
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
  return (
    <Tooltip content={messages.workbench.back} side="bottom">
      <WarmLink
        href="/articles"
        aria-label={messages.workbench.back}
        className={`${buttonClass('ghost', 'sm')} -me-1.5 w-7 px-0! max-phone:hidden print:hidden`}
      >
        <ArrowLeft aria-hidden className="size-4" />
      </WarmLink>
    </Tooltip>
  );
}
