import 'server-only';
import { z } from 'zod';
import { escapeHtml } from '@/lib/exchange/markup';
import { htmlAnswer, plainPage } from '../sharing/shared-report';

const refused = z.object({ error: z.object({ message: z.string() }) });

/**
 * The answer to whoever wants to look at a report: where it was refused, a page with the sentence, as the report would
 * have been one; it may stand in a frame of ours. Every other answer stays as it is.
 */
export async function shownRefusal(request: Request, answer: Response): Promise<Response> {
  if (answer.ok || new URL(request.url).searchParams.get('show') !== '1') return answer;
  const { error } = refused.parse(await answer.json());
  return htmlAnswer(plainPage('Galley', escapeHtml(error.message)), answer.status, {
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    'x-frame-options': 'SAMEORIGIN',
  });
}
