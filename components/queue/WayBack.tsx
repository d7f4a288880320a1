'use client';

import { ArrowLeft } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { lazy, Suspense, useState } from 'react';
import { messages } from '../messages';
import { WarmLink } from '../shell/WarmLink';
import { buttonClass } from '../ui/button-class';
import { Tooltip } from '../ui/Tooltip';

const WayToClaim = lazy(async () => ({ default: (await import('./WayToClaim')).WayToClaim }));

/** Out of the workbench: to the claim in the review queue that one came from, else to the articles. */
export function WayBack() {
  const params = useSearchParams();
  const [isFromQueue] = useState(() => params.get('from') === 'queue');
  if (isFromQueue)
    return (
      <Suspense>
        <WayToClaim />
      </Suspense>
    );
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
