import type { CaptureNews } from '@/lib/domain/capture';
import type { ArticleEvent } from '@/lib/domain/events';
import type { PresenceNews } from '@/lib/domain/presence';
import type { PersonNews } from '@/lib/domain/stream';

/** How the browser's one stream stands; `ended`: refused, and not tried again by itself. */
export type LineState = 'connecting' | 'on' | 'lost' | 'ended';

/** What the tabs of one person's browser say to each other. One of them leads: it has the stream. */
export type LineMessage =
  /** To the leader: all that a tab follows, with the last event that it has; `fresh` begins anew with these. */
  | {
      readonly kind: 'want';
      readonly tab: string;
      readonly articles: readonly (readonly [articleId: string, after: number])[];
      readonly fresh: readonly string[];
    }
  | { readonly kind: 'bye'; readonly tab: string }
  /** To all: how the stream stands and how far it is in each article. Who leads anew asks for what is wanted. */
  | {
      readonly kind: 'stands';
      readonly client: string;
      readonly state: LineState;
      readonly places: Readonly<Record<string, number>>;
      readonly isNew: boolean;
    }
  /** To all: the stream lives, though nothing is new. */
  | { readonly kind: 'beat' }
  | { readonly kind: 'event'; readonly event: ArticleEvent }
  | { readonly kind: 'news'; readonly articleId: string; readonly what: 'gone' | 'behind' }
  | { readonly kind: 'counts'; readonly counts: PersonNews }
  | { readonly kind: 'rules'; readonly mark: string }
  | { readonly kind: 'presence'; readonly news: PresenceNews }
  | { readonly kind: 'capture'; readonly news: CaptureNews };

/** What one tab hears of an article. */
export type ArticleListener = {
  /** The stream stands and tells what comes after `seq`; also when it stands again. */
  readonly onOpen: (seq: number) => void;
  readonly onEvent: (event: ArticleEvent) => void;
  /** It broke off and is being tried again by itself. */
  readonly onLost: () => void;
  /** It was refused: it is not tried again by itself. */
  readonly onEnd: () => void;
  /** Too much was missed to be told one by one: the article is to be read anew, then followed anew. */
  readonly onBehind: () => void;
};
