'use client';

import Link from 'next/link';
import { type ComponentProps, useState } from 'react';

/**
 * A link whose page is fetched ahead only when the pointer or the focus comes to it: the pages of the rail are looked
 * at seldom from the workbench, and their scripts must not weigh on its start.
 */
export function WarmLink(props: ComponentProps<typeof Link>) {
  const [isWarm, setIsWarm] = useState(false);
  const warm = () => setIsWarm(true);
  return <Link {...props} prefetch={isWarm ? null : false} onPointerEnter={warm} onFocus={warm} />;
}
