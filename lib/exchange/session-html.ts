import type { Agreement } from '@/lib/domain/agreement';
import { historyKinds } from '@/lib/domain/history';
import { nameOf, readable } from '@/lib/domain/report/report';
import type { SessionReport } from '@/lib/domain/report/session-report';
import { isSealedVote, type Round, stateOfSession } from '@/lib/domain/session';
import type { VoteAgreement, VoteResult } from '@/lib/domain/vote-result';
import { escapeHtml } from './markup';
import { reportStyle } from './report-style';
import { nameAndTime, timeToHtml } from './signature-html';

/** A session's summary as one HTML page: loads nothing from anywhere, runs no script, prints as it is. */
export function sessionToHtml(report: SessionReport): string {
  const { article } = report;
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(article.title)} – session</title><style>${reportStyle}${sessionStyle}</style></head><body>`,
    head(report),
    '<main>',
    figures(report),
    people(report),
    votes(report),
    decisions(report),
    openItems(report),
    held(report),
    '</main>',
    foot(report),
    '</body></html>\n',
  ].join('\n');
}

const sessionStyle = `
table.list{border-collapse:collapse;width:100%;font-size:13px}.list th,.list td{text-align:start;padding:4px 10px 4px 0;border-bottom:1px solid var(--line);vertical-align:top}
.list td.n,.list th.n{text-align:end;font-variant-numeric:tabular-nums}section{margin-top:28px;break-inside:auto}.words{font:15px/1.5 var(--serif)}.vote{margin:0 0 18px;break-inside:avoid}.vote p{margin:0 0 4px}`;

function head({ summary, article, teamName, people: names, made }: SessionReport): string {
  const { session } = summary;
  const state = stateOfSession(session, made.at);
  const conclusion = session.closing?.conclusion ?? '';
  return `<header><p class="kick">Session · ${escapeHtml(teamName)} · for the team only</p>
<h1>${escapeHtml(session.goal)}</h1>
<p class="by">${escapeHtml(article.title)}</p>
<p class="by">Opened by ${nameAndTime(names, session.openedById, session.openedAt)}</p>
<p class="by">${
    session.closing === null
      ? `Not closed yet: the session is ${state}.`
      : `Closed by ${nameAndTime(names, session.closing.byId, session.closing.at)}`
  }</p></header>${
    conclusion === ''
      ? ''
      : `<section><h2>What was decided</h2><p class="words">${escapeHtml(conclusion).replaceAll('\n', '<br>')}</p></section>`
  }`;
}

function figures({ summary }: SessionReport): string {
  const { coverage, claims, agreement, votes: results } = summary;
  const tally = ({ decided, total }: { readonly decided: number; readonly total: number }) =>
    `${decided} of ${total}`;
  const rows: readonly (readonly [string, string])[] = [
    ['Sentences decided before', tally(coverage.before)],
    ['Sentences decided after', tally(coverage.after)],
    ['Claims signed off', `${claims.signedOff} of ${claims.total}`],
    ['Claims voted on', String(results.length)],
    ...agreementRows('before discussion', agreement.before),
    ...(agreement.after === null ? [] : agreementRows('after discussion', agreement.after)),
  ];
  return `<section class="summary" aria-labelledby="figures"><h2 id="figures">In figures</h2><table><tbody>${rows
    .map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`)
    .join('')}</tbody></table></section>`;
}

function agreementRows(when: string, of: VoteAgreement): readonly (readonly [string, string])[] {
  return [
    [`Same outcome ${when}`, `${of.unanimous} of ${of.rounds}`],
    [`Krippendorff’s alpha ${when}`, figureOf(of.outcomes)],
    ...(of.kappa === null ? [] : [[`Cohen’s kappa ${when}`, figureOf(of.kappa)] as const]),
  ];
}

const figureOf = ({ value }: Agreement): string => (value === undefined ? 'undefined' : value.toFixed(2));

function people({ summary, people: names }: SessionReport): string {
  const rows = summary.people.map(
    ({ userId, counts }) =>
      `<tr><th scope="row">${escapeHtml(nameOf(names, userId))}</th>${historyKinds
        .map((kind) => `<td class="n">${counts[kind]}</td>`)
        .join('')}</tr>`,
  );
  return section(
    'people',
    'Who did what',
    `<table class="list"><thead><tr><th scope="col">Name</th>${historyKinds
      .map((kind) => `<th scope="col" class="n">${readable(kind)}</th>`)
      .join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
}

function votes(report: SessionReport): string {
  return section('votes', 'Votes', report.summary.votes.map((result) => voteToHtml(result, report)).join(''));
}

function voteToHtml({ ballot, dissent }: VoteResult, { people: names, passages }: SessionReport): string {
  const rounds = ballot.rounds.map((round, index) => roundToHtml(round, index, names)).join('');
  const kept = dissent.map(({ byId }) => escapeHtml(nameOf(names, byId))).join(', ');
  return `<div class="vote"><p class="words">“${escapeHtml(passages[ballot.annotationId] ?? '')}”</p>${rounds}${
    kept === '' ? '' : `<p><b>Dissent kept:</b> ${kept}</p>`
  }</div>`;
}

function roundToHtml(round: Round, index: number, names: SessionReport['people']): string {
  const said = round.votes.map((vote) =>
    isSealedVote(vote)
      ? `<li>${escapeHtml(nameOf(names, vote.byId))}: sealed</li>`
      : `<li>${escapeHtml(nameOf(names, vote.byId))}: ${readable(vote.outcome)}${
          vote.verdict === null ? '' : ` (${escapeHtml(vote.verdict.label)})`
        }${vote.note === '' ? '' : `. ${escapeHtml(vote.note)}`}</li>`,
  );
  const name = index === 0 ? 'Before the discussion' : `Vote ${index + 1}, after the discussion`;
  return `<p>${name}</p><ul>${said.length === 0 ? '<li>Nobody voted</li>' : said.join('')}</ul>`;
}

function decisions({ summary, people: names, passages }: SessionReport): string {
  const items = summary.decisions.map(
    ({ annotationId, what, outcome, byId, at, note }) =>
      `<li><span class="words">“${escapeHtml(passages[annotationId] ?? '')}”</span><br>${
        what === 'decided' ? 'Dispute decided' : 'Signed off'
      }${outcome === null ? '' : `: ${readable(outcome)}`}, ${nameAndTime(names, byId, at)}${
        note === '' ? '' : `. ${escapeHtml(note)}`
      }</li>`,
  );
  return section('decisions', 'Decisions', items.length === 0 ? '' : `<ul>${items.join('')}</ul>`);
}

function openItems({ summary, passages }: SessionReport): string {
  const items = summary.openItems.map(({ annotationId, status, queries, isFlagged }) => {
    const why = [
      ...(status === null ? [] : [readable(status)]),
      ...(queries === 0 ? [] : [queries === 1 ? 'an open author query' : `${queries} open author queries`]),
      ...(isFlagged ? ['flagged'] : []),
    ];
    return `<li><span class="words">“${escapeHtml(passages[annotationId] ?? '')}”</span> ${why.join(', ')}</li>`;
  });
  return section('open', 'Still open', items.length === 0 ? '' : `<ul>${items.join('')}</ul>`);
}

function held({ summary, passages }: SessionReport): string {
  const rows = summary.held.map(
    ({ annotationId, ms }) =>
      `<tr><td class="words">“${escapeHtml(passages[annotationId] ?? '')}”</td><td class="n">${Math.floor(
        ms / 60_000,
      )} min ${Math.floor((ms % 60_000) / 1_000)} s</td></tr>`,
  );
  return section(
    'held',
    'Time on each claim',
    rows.length === 0 ? '' : `<table class="list"><tbody>${rows.join('')}</tbody></table>`,
  );
}

function section(id: string, title: string, content: string): string {
  return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content === '' ? '<p>None.</p>' : content}</section>`;
}

function foot({ made }: SessionReport): string {
  return `<footer><p>Exported by ${escapeHtml(made.by.name)}, ${timeToHtml(made.at)}</p></footer>`;
}
