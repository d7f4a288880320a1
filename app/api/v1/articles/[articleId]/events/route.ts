import { door } from '@/lib/server/http';
import { eventsParams, eventsQuery, sendEvents } from '@/lib/server/realtime/send-events';

/** The article's events after a `seq`: a page as JSON, or a live stream when that is asked for. */
export const GET = door({ params: eventsParams, query: eventsQuery }, sendEvents);
