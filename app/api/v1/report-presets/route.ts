import { door } from '@/lib/server/http';
import { findReportPresets } from '@/lib/server/reports/presets';

/** The choices of reports that the team keeps. */
export const GET = door({}, async ({ actor }) => ({ items: await findReportPresets(actor), next: null }));
