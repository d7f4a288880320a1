import { type ClaimType, claimTypes } from '@/lib/domain/annotation';
import {
  type EvidenceFields,
  evidenceFieldsSchema,
  evidenceStances,
  evidenceTiers,
  evidenceTypes,
} from '@/lib/domain/evidence';
import { noDepth } from '@/lib/domain/no-depth';
import { readable } from '@/lib/domain/report/report';
import { plainToRichText, type RichBlock, type RichText } from '@/lib/domain/rich-text';
import type { ThreadKind } from '@/lib/domain/thread';
import { htmlToNotes, markdownToNotes, plainToNotes } from './html-to-rich-text';
import type { ForeignAnnotation, ForeignBody, ForeignFile, ForeignLink, Said } from './web-annotation-in';

/** What hangs on another program's annotation, as Galley has it, before it is asked what of it is here already. */
export type ForeignPart = {
  /** The id that it has in the file, where it has one. */
  readonly ownId: string | null;
} & (
  | { readonly kind: 'note'; readonly body: RichText }
  | { readonly kind: 'evidence'; readonly fields: EvidenceFields }
  | { readonly kind: 'flag'; readonly reason: string }
  | {
      readonly kind: 'thread';
      readonly threadKind: ThreadKind;
      readonly replies: readonly { readonly ownId: string | null; readonly body: RichText }[];
    }
);

type Reader = { readonly tool: ForeignFile['tool']; readonly actorId: string };

/**
 * Everything that an annotation of another program says, and nothing twice: comments are notes, questions of a Galley
 * file flags and questions to the writer again, replies a discussion, described sources evidence. What Galley has no
 * place for is a note in readable form, so that nothing is lost. Whoever wrote it is named in it.
 */
export function partsOf(one: ForeignAnnotation, reader: Reader): readonly ForeignPart[] {
  const bodies = one.bodies.filter(({ purpose }) => !checkPurposes.includes(purpose));
  const talk = bodies.filter((body) => isTalk(body, reader));
  const rest = bodies.filter((body) => !talk.includes(body));
  return [
    ...rest.flatMap((body) => bodyParts(body, reader)),
    ...one.links.flatMap((link) => linkParts(link, reader)),
    ...threads([...talk, ...one.replies], reader),
    ...kept(one, reader),
  ];
}

/** Whether a tag names a claim type. */
export function isClaimType(tag: string): tag is ClaimType {
  return claimTypes.some((type) => type === tag);
}

const checkPurposes: readonly string[] = ['assessing', 'editing'];

const isTalk = ({ purpose, format }: ForeignBody, { tool }: Reader): boolean =>
  purpose === 'replying' || (tool === 'Galley' && purpose === 'questioning' && format === 'text/html');

function bodyParts(body: ForeignBody, reader: Reader): readonly ForeignPart[] {
  const { id: ownId, purpose, value } = body;
  if (reader.tool === 'Galley' && purpose === 'questioning') {
    const reason = [value, ...signature(body, reader)].join(' ');
    if (reason.length <= 1_000) return [{ ownId, kind: 'flag', reason }];
  }
  if (purpose === 'describing') {
    const { isConfidential, terms } = body;
    const fields = evidenceFrom(value, { address: null, quote: null, isConfidential, terms });
    if (fields !== undefined) return [{ ownId, kind: 'evidence', fields }];
  }
  const lead = plainPurposes.includes(purpose) ? undefined : purpose;
  return richBodies(body, reader).map((rich, index) => ({
    ownId: index === 0 ? ownId : null,
    kind: 'note',
    body: signed(lead === undefined ? rich : withLead(lead, rich), body, reader),
  }));
}

const plainPurposes: readonly string[] = ['commenting', 'describing', 'highlighting', 'replying'];

function richBodies({ format, value }: ForeignBody, { tool }: Reader): readonly RichText[] {
  if (format === 'text/html') return htmlToNotes(value, tool === 'Galley' ? 'kept' : 'collapsed');
  return format === 'text/markdown' ? markdownToNotes(value) : plainToNotes(value);
}

function linkParts(link: ForeignLink, reader: Reader): readonly ForeignPart[] {
  const { id: ownId, address, words, quote, isConfidential, terms } = link;
  const fields = words === null ? undefined : evidenceFrom(words, { address, quote, isConfidential, terms });
  if (fields !== undefined) return [{ ownId, kind: 'evidence', fields }];
  const lines = [
    `Link: ${address}`,
    ...(words === null ? [] : [words]),
    ...(quote === null ? [] : [`“${quote}”`]),
  ];
  return plainToNotes(lines.join('\n')).map((body) => ({
    ownId,
    kind: 'note',
    body: signed(body, link, reader),
  }));
}

type EvidenceSaid = Pick<EvidenceFields, 'address' | 'quote' | 'isConfidential'> & Pick<ForeignLink, 'terms'>;

/**
 * The evidence that `web-annotation` has written down, by Galley's own terms and, in files from before there were any, by
 * its words; undefined where these are other words.
 */
function evidenceFrom(
  words: string,
  { address, quote, isConfidential, terms }: EvidenceSaid,
): EvidenceFields | undefined {
  if (terms !== null)
    return evidenceFieldsSchema.safeParse({ ...noDepth, ...terms, address, isConfidential }).data;
  const lines = words.split('\n');
  const kinds = lines.findIndex((line) => evidenceLine.test(line));
  const [, stanceName, typeName, tierName] = evidenceLine.exec(lines[kinds] ?? '') ?? [];
  const type = evidenceTypes.find((one) => readable(one) === typeName);
  const tier = evidenceTiers.find((one) => one === tierName);
  const stance = evidenceStances.find((one) => readable(one) === stanceName);
  const title = lines.slice(0, kinds).join('\n');
  const tail = lines.slice(kinds + 1).join('\n');
  const [, quoted, place = ''] = /^“([\s\S]*)”(?:\n([\s\S]*))?$/.exec(tail) ?? [];
  const locator = (quoted === undefined ? tail : place) || null;
  const own = { quote: quote ?? quoted ?? null, locator };
  const fields = { ...noDepth, type, tier, stance, title, address, ...own, isConfidential, accessedOn: null };
  return evidenceFieldsSchema.safeParse(fields).data;
}

const evidenceLine = /^(Supports|Refutes|Mixed|Context) \((.+), (primary|secondary|tertiary)\)$/;

/** Questions to the writer begin a conversation of their own; other replies are one discussion. */
function threads(talk: readonly ForeignBody[], reader: Reader): readonly ForeignPart[] {
  const found: { kind: ThreadKind; bodies: ForeignBody[] }[] = [];
  for (const body of talk) {
    const last = found.at(-1);
    if (body.purpose === 'questioning') found.push({ kind: 'author_query', bodies: [body] });
    else if (last === undefined) found.push({ kind: 'discussion', bodies: [body] });
    else last.bodies.push(body);
  }
  return found.flatMap(({ kind: threadKind, bodies }): ForeignPart[] => {
    const replies = bodies.flatMap((body) =>
      richBodies(body, reader).map((rich, index) => ({
        ownId: index === 0 ? body.id : null,
        body: signed(rich, body, reader),
      })),
    );
    return replies.length === 0 ? [] : [{ ownId: null, kind: 'thread', threadKind, replies }];
  });
}

/** What Galley decides by itself or has no place for, as notes that can be read. */
function kept(one: ForeignAnnotation, reader: Reader): readonly ForeignPart[] {
  const check = one.bodies.filter(({ purpose }) => checkPurposes.includes(purpose));
  const isUnderCheck = check.length > 0 || (one.status !== null && one.status !== 'unchecked');
  const tags = one.tags.filter((tag) => !isClaimType(tag));
  const lines = [
    ...(isUnderCheck && one.status !== null ? [`Status: ${readable(one.status)}`] : []),
    ...check.map(({ purpose, value }) =>
      purpose === 'editing' ? `Suggested wording: ${value}` : `Finding: ${readable(value)}`,
    ),
    ...(one.alsoAbout.length === 0 ? [] : one.alsoAbout.map((exact) => `Also about: “${exact}”`)),
    ...(tags.length === 0 ? [] : [`Tags: ${tags.join(', ')}`]),
    ...one.unknown.map((raw) => readableBody(raw)),
  ];
  return plainToNotes(lines.join('\n')).map((body) => ({
    ownId: null,
    kind: 'note',
    body: signed(body, check[0] ?? one, reader),
  }));
}

/** A body that Galley does not know, line by line. */
function readableBody(raw: unknown): string {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return JSON.stringify(raw);
  return Object.entries(raw)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');
}

/** A line with who said it and when, in words: nobody of another program is a person of the team. */
function signature({ author, authorId, at }: Said, { actorId }: Reader): readonly string[] {
  if (author === null || authorId === `urn:uuid:${actorId}`) return [];
  const day = /^\d{4}-\d{2}-\d{2}/.exec(at ?? '')?.[0];
  return [`— ${author.slice(0, 200)}${day === undefined ? '' : `, ${day}`}`];
}

function signed(body: RichText, said: Said, reader: Reader): RichText {
  const [line] = signature(said, reader);
  return line === undefined ? body : { type: 'doc', content: [...body.content, signatureLine(line)] };
}

const signatureLine = (line: string): RichBlock => ({
  type: 'paragraph',
  content: [{ type: 'text', text: line, marks: [{ type: 'italic' }] }],
});

function withLead(purpose: string, body: RichText): RichText {
  const lead = plainToRichText(`${readable(purpose)}:`).content;
  return { type: 'doc', content: [...lead, ...body.content] };
}
