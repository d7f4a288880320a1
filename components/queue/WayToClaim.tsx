'use client';

import { ArrowLeft } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { usePageCommands } from '../commands/use-page-commands';
import { queue as words } from '../messages/queue';
import { WarmLink } from '../shell/WarmLink';
import { buttonClass } from '../ui/button-class';
import { Kbd } from '../ui/Kbd';
import { parseQueueLook, queueAddress } from './queue-address';

/** Back to the claim in the review queue that one came from, by the key that leads back there too. */
export function WayToClaim() {
  const params = useSearchParams();
  // Which claim one came from is said by the first address only: it changes with the card that is open.
  const [origin] = useState(() => ({
    look: parseQueueLook(Object.fromEntries(new URLSearchParams(params.get('look') ?? ''))),
    annotationId: params.get('annotation') ?? undefined,
  }));
  const address = queueAddress(origin.look, origin.annotationId);
  const router = useRouter();
  usePageCommands('queue', {
    'queue.list': () => {
      router.push(address);
      return true;
    },
  });
  return (
    <WarmLink href={address} className={`${buttonClass('ghost', 'sm')} -ms-2 -me-1 print:hidden`}>
      <ArrowLeft aria-hidden className="size-4" />
      <span className="max-md:sr-only">{words.wayBack}</span>
      <Kbd keys="U" className="max-lg:hidden" />
    </WarmLink>
  );
}
