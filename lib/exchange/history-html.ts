import type { Publication } from '@/lib/domain/report/publication';
import { countForgotten, type HistoryLine, historyOf } from '@/lib/domain/report/publication-history';
import { escapeHtml } from './markup';
import { timeToHtml } from './signature-html';

/**
 * The page of a published report with what happened to it since it came out: which versions there were, what was put
 * right, and where an earlier one can be read. A history that the page has already is written anew.
 */
export function withHistory(html: string, publication: Publication, address: string): string {
  const section = historyToHtml(publication, address);
  if (historyPattern.test(html)) return html.replace(historyPattern, () => section);
  const end = html.lastIndexOf('<footer>');
  const line = `<p class="by"><a href="#history">Version ${publication.number} · History of this report</a></p></header>`;
  return `${html.slice(0, end)}${section}\n${html.slice(end)}`.replace('</header>', () => line);
}

/** When a page was what the public read, and what stands at its address now. */
export type Replaced = {
  readonly number: number;
  readonly publishedAt: string;
  readonly replacedAt: string;
  readonly address: string;
};

/**
 * The page of a published report as what it is once another version took its place: it says so, leads to the present one,
 * and is left out by search engines, previews and whoever gathers ratings.
 */
export function asEarlierVersion(html: string, replaced: Replaced): string {
  const { number, publishedAt, replacedAt } = replaced;
  const address = escapeHtml(replaced.address);
  const notice = `<div class="earlier"><p><strong>Earlier version.</strong> Version ${number} of this report, as the public read it from ${timeToHtml(publishedAt)} until ${timeToHtml(replacedAt)}. It has been replaced.</p>
<p><a href="${address}">Read the present version</a> · <a href="${address}#history">History of this report</a></p></div>`;
  const [head = '', ...body] = html.split('</head>');
  const quiet = head
    .replace(/<meta (?:property="(?:og|article):|name="twitter:)[^>]*>/g, '')
    .replace(/<script type="application\/ld\+json">.*?<\/script>/s, '')
    .replace('<meta name="viewport"', '<meta name="robots" content="noindex"><meta name="viewport"')
    .replace('<title>', `<title>Earlier version ${number}: `);
  const words = body
    .join('</head>')
    .replace(historyPattern, '')
    .replace(/<p class="by"><a href="#history">[^<]*<\/a><\/p><\/header>/, '</header>')
    .replace('<header>', () => `<header>${notice}`);
  return `${quiet}</head>${words}`;
}

/** Where the page of an earlier version of a published report is. */
export const addressOfVersion = (address: string, number: number): string => `${address}/versions/${number}`;

const historyPattern = /<section class="history".*?<\/section>/s;

function historyToHtml(publication: Publication, address: string): string {
  const forgotten = countForgotten(publication);
  const lines = historyOf(publication).map((line) => lineToHtml(line, address));
  const rest =
    forgotten === 0
      ? ''
      : `<li>${forgotten === 1 ? 'One earlier version is' : `${forgotten} earlier versions are`} not kept.</li>`;
  return `<section class="history" aria-labelledby="history"><h2 id="history">History of this report</h2><ol>${lines.join('')}${rest}</ol></section>`;
}

function lineToHtml(line: HistoryLine, address: string): string {
  const { at, number, correction } = line;
  const title = number === null ? timeToHtml(at) : `<strong>Version ${number}</strong> · ${timeToHtml(at)}`;
  const put =
    correction === null
      ? ''
      : `<p dir="auto"><b>Correction:</b> ${escapeHtml(correction).replaceAll('\n', '<br>')}</p>`;
  const words = stateToHtml(line, address);
  return `<li><p>${title}${words === '' ? '' : ` · ${words}`}</p>${put}</li>`;
}

function stateToHtml({ number, state, goneAt, at }: HistoryLine, address: string): string {
  switch (state) {
    case 'present':
      return 'this version';
    case 'readable':
      return `<a href="${escapeHtml(addressOfVersion(address, number ?? 0))}" rel="noopener noreferrer">Read version ${number}</a>`;
    case 'taken_away':
      return `taken away by the publisher, ${timeToHtml(goneAt ?? at)}`;
    case 'withdrawn':
      return `withdrawn by the publisher, ${timeToHtml(goneAt ?? at)}`;
    case 'first':
      return 'published first';
    case 'unknown':
      return '';
  }
}
