import { changesSince } from '@/lib/domain/laws/article-sign-off';
import type { Report } from '@/lib/domain/report/report';
import { escapeHtml } from './markup';
import { nameAndTime } from './signature-html';

/**
 * Who approved the whole check, against what, and what happened since. Without an approval it says so: a reader must
 * never take an unfinished check for a finished one.
 */
export function signOffToHtml({ article, people, record, revision }: Report): string {
  const { signOff } = article;
  if (signOff === null)
    return '<section class="signoff open" aria-label="Sign-off"><p><b>Not signed off.</b> The check of this article is not finished.</p></section>';
  const since = changesSince(signOff, record.seq);
  const changed =
    since === 0
      ? ''
      : `<p class="since"><b>${since === 1 ? 'One change' : `${since} changes`} since then.</b> The sign-off does not cover ${since === 1 ? 'it' : 'them'}.</p>`;
  const { override, waivers } = signOff;
  const overridden =
    override === null
      ? ''
      : `<div class="override"><p><b>Signed off against an obstacle:</b> ${escapeHtml(override.reason)}</p><ul>${override.against
          .map((obstacle) => `<li>${escapeHtml(obstacle)}</li>`)
          .join('')}</ul></div>`;
  const waived =
    waivers.length === 0
      ? ''
      : `<details open><summary>${waivers.length === 1 ? 'One sentence was' : `${waivers.length} sentences were`} waived</summary><ul>${waivers
          .map(
            ({ start, end, reason }) =>
              `<li><q>${escapeHtml(revision.text.slice(start, end))}</q>: ${escapeHtml(reason)}</li>`,
          )
          .join('')}</ul></details>`;
  return `<section class="signoff" aria-label="Sign-off"><p><b>Signed off</b> by ${nameAndTime(people, signOff.byId, signOff.at)}.</p>${changed}${overridden}${waived}</section>`;
}
