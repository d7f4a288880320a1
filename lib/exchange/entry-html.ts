import type { Annotation, Flag } from '@/lib/domain/annotation';
import {
  markNames,
  markTags,
  nameOf,
  type Report,
  type ReportEntry,
  readable,
} from '@/lib/domain/report/report';
import { checkToHtml, threadToHtml } from './check-html';
import { anchorOf } from './entry-anchor';
import { linksOf } from './entry-links';
import { fateOf } from './entry-parts';
import { evidenceToHtml } from './evidence-html';
import { escapeHtml, richTextToHtml } from './markup';
import { nameAndTime, signedBy } from './signature-html';

/** One annotation of the report: what is marked, how its check went, and all that hangs on it. */
export function entryToHtml({ number, annotation }: ReportEntry, report: Report): string {
  const { people } = report;
  const { claim, anchor } = annotation;
  const facts = [
    claim.claimTypes.map(readable).join(', '),
    claim.claimant === null ? '' : `said by ${claim.claimant}`,
    claim.claimedOn === null ? '' : `on ${claim.claimedOn}`,
  ].filter((fact) => fact !== '');
  const fate = fateOf(anchor);
  return `<article class="entry ${annotation.mark}" id="annotation-${number}"><p class="line">${kindToHtml(`${markTags[annotation.mark]}${number} ${markNames[annotation.mark]}`, annotation, report)} <span class="status">${readable(annotation.check.status)}</span> <span class="who">${nameAndTime(people, annotation.authorId, annotation.createdAt)}</span></p>
<blockquote class="quote" dir="auto">${escapeHtml(anchor.exact)}</blockquote>${
    facts.length === 0 ? '' : `<p class="facts">${escapeHtml(facts.join(' · '))}</p>`
  }${linkToHtml(annotation, report)}${fate === '' ? '' : `<p class="facts" dir="auto">${escapeHtml(fate)}</p>`}${checkToHtml(annotation, report)}${annotation.flags.map((flag) => flagToHtml(flag, people)).join('')}${annotation.notes
    .map(
      (note) =>
        `<div class="note">${richTextToHtml(note.body)}${signedBy(people, note.authorId, note.createdAt, note.changedAt === note.createdAt ? '' : ', edited')}</div>`,
    )
    .join('')}${annotation.evidence.map((item) => evidenceToHtml(item, people)).join('')}${annotation.threads
    .map((thread) => threadToHtml(thread, people))
    .join('')}</article>`;
}

/** The name of an annotation; on a published page also the link to this very place, which stays the same. */
function kindToHtml(name: string, annotation: Annotation, { published }: Report): string {
  if (published === null) return `<b class="kind">${name}</b>`;
  const anchor = anchorOf(annotation);
  return `<b class="kind" id="${anchor}"><a href="#${anchor}" title="Link to this place">${name}</a></b>`;
}

/** What an annotation is a part or a repetition of, and what its own parts and repetitions are, by number. */
function linkToHtml({ id, partOfId, repeatsId }: Annotation, report: Report): string {
  const { byId, parts, repetitions } = linksOf(report);
  const line = (relation: string, found: readonly ReportEntry[]): string =>
    found.length === 0 ? '' : `<p class="facts">${relation} ${found.map(numberToHtml).join(', ')}</p>`;
  const claimId = partOfId ?? repeatsId;
  const claim = claimId === null ? undefined : byId.get(claimId);
  const relation = repeatsId === null ? 'Part of' : 'Says again:';
  const isGone = claimId !== null && claim === undefined;
  return (
    (isGone ? `<p class="facts">${relation} a claim that is not in this report</p>` : '') +
    line(relation, claim === undefined ? [] : [claim]) +
    line('Parts:', parts.get(id) ?? []) +
    line('Said again:', repetitions.get(id) ?? [])
  );
}

function numberToHtml({ number, annotation }: ReportEntry): string {
  return `<a href="#annotation-${number}">${markTags[annotation.mark]}${number}</a> “${escapeHtml(annotation.anchor.exact)}”`;
}

function flagToHtml(flag: Flag, people: Report['people']): string {
  const state =
    flag.looked === null
      ? `Flagged, ${flag.priority}`
      : `Flag looked at by ${escapeHtml(nameOf(people, flag.looked.byId))}`;
  const answer =
    flag.looked === null || flag.looked.note === '' ? '' : `<p>${escapeHtml(flag.looked.note)}</p>`;
  return `<div class="flag"><p><b>⚑ ${state}:</b> ${escapeHtml(flag.reason)}</p>${answer}${signedBy(people, flag.raisedById, flag.raisedAt)}</div>`;
}
