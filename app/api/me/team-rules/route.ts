import { door } from '@/lib/server/http';
import { getTeamRules } from '@/lib/server/team/get-team-rules';

/** How one's team checks now: asked by a page that is open when the stream says that this has changed. */
export const GET = door({ isBackground: true }, ({ actor }) => getTeamRules(actor));
