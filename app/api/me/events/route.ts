import { door } from '@/lib/server/http';
import { personEventsQuery, sendPersonEvents } from '@/lib/server/realtime/send-person-events';

/** One's own numbers as JSON, or the live stream that all tabs of a browser share. */
export const GET = door({ query: personEventsQuery, isBackground: true }, sendPersonEvents);
