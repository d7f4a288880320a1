import { nameOf, type Report } from '@/lib/domain/report/report';
import { instantText } from './instant-text';
import { escapeHtml } from './markup';

/** A line that says who did something and when. */
export function signedBy(people: Report['people'], id: string, at: string, after = '', before = ''): string {
  return `<p class="who">${before}${nameAndTime(people, id, at)}${after}</p>`;
}

/** A name and a time, marked up for machines. */
export function nameAndTime(people: Report['people'], id: string, at: string): string {
  return `${escapeHtml(nameOf(people, id))}, ${timeToHtml(at)}`;
}

/** A time as `3 March 2026 at 14:02 UTC`, marked up for machines. */
export function timeToHtml(at: string): string {
  return `<time datetime="${at}">${instantText(at)}</time>`;
}
