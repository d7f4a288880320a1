import { escapeHtml } from './markup';

/**
 * A published report as it stands in a frame of somebody else's page: a line above it leads to its own address, other
 * links open outside of the frame, search engines are sent to the address. It is no file to keep, so it carries no proof.
 */
export function embeddedPage(html: string, address: string): string {
  const own = escapeHtml(address);
  const line = `<p class="by"><a href="${own}" target="_blank" rel="noopener">The whole report at its own address</a></p>`;
  return html
    .replace(proof, '')
    .replace('</head>', '<meta name="robots" content="noindex"></head>')
    .replaceAll(' rel="noopener noreferrer">', ' target="_blank" rel="noopener noreferrer">')
    .replace('<header>', `<header>${line}`);
}

/** At the end, and in pages that were stored earlier in the head. */
const proof = /\n<!-- galley-proof [\w.-]* -->\n$|<meta name="galley-proof" content="[\w.-]*">/;
