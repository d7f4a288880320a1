import { MessageCircleQuestion, MessagesSquare } from 'lucide-react';
import type { ThreadKind } from '@/lib/domain/thread';

/** The sign of a kind of conversation. */
export function ThreadIcon({ kind }: { readonly kind: ThreadKind }) {
  const Icon = kind === 'author_query' ? MessageCircleQuestion : MessagesSquare;
  return <Icon aria-hidden className="size-3.5 shrink-0" />;
}
