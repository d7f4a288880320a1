import { escapeHtml } from './markup';
import type { Section } from './report-sections';
import type { Line, Run } from './written-line';

/** A part of a report as HTML: rows as a list of names and descriptions, paragraphs below. Empty without either. */
export function sectionToHtml({ id, title, lines, rows }: Section): string {
  if (lines.length + rows.length === 0) return '';
  const pairs = rows
    .map(([name, words]) => `<dt>${escapeHtml(name)}</dt><dd dir="auto">${escapeHtml(words)}</dd>`)
    .join('');
  return `<section class="${id}" aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(title)}</h2>${
    pairs === '' ? '' : `<dl>${pairs}</dl>`
  }${linesToHtml(lines)}</section>`;
}

/** Paragraphs as HTML; lines of a list keep the number or dash that they begin with. */
export function linesToHtml(lines: readonly Line[]): string {
  return lines
    .map(({ kind, runs }) => {
      const words = runs.map(runToHtml).join('');
      if (kind === 'quote') return `<blockquote dir="auto">${words}</blockquote>`;
      return `<p${kind === 'facts' ? ' class="facts"' : ''} dir="auto">${words}</p>`;
    })
    .join('');
}

function runToHtml({ text, bold, italic, change, href }: Run): string {
  const words = escapeHtml(text).replaceAll('\n', '<br>');
  const tags = [
    bold === true ? 'strong' : '',
    italic === true ? 'em' : '',
    change === undefined ? '' : { removed: 'del', added: 'ins' }[change],
  ].filter((tag) => tag !== '');
  const marked = tags.reduce((html, tag) => `<${tag}>${html}</${tag}>`, words);
  return href === undefined
    ? marked
    : `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${marked}</a>`;
}
