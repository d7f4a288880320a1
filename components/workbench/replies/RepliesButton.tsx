'use client';

import { MessageCircleReply } from 'lucide-react';
import { standingOfRequest } from '@/lib/domain/reply-request';
import type { ReplyRequest } from '@/lib/domain/reply-request-schema';
import { replies as repliesWords } from '../../messages/replies';
import { Badge } from '../../ui/Badge';
import { IconButton } from '../../ui/IconButton';
import { useAlive, useNow } from '../../ui/use-now';
import { localDay } from '../day-text';

type RepliesButtonProps = {
  readonly requests: readonly ReplyRequest[];
  readonly onOpen: () => void;
};

/** Opens the right-of-reply log; says how many requests are overdue. */
export function RepliesButton({ requests, onOpen }: RepliesButtonProps) {
  const now = useNow();
  // The server does not know the reader's day.
  const overdue = useAlive() ? countOverdue(requests, localDay(now)) : 0;
  return (
    <span className="relative">
      <IconButton label={repliesWords.open(requests.length, overdue)} onClick={onOpen} tooltipSide="bottom">
        <MessageCircleReply aria-hidden />
      </IconButton>
      <Badge count={overdue} className="pointer-events-none absolute -end-1 -top-1" />
    </span>
  );
}

function countOverdue(requests: readonly ReplyRequest[], today: string): number {
  return requests.filter((request) => standingOfRequest(request, today) === 'overdue').length;
}
