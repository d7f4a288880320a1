/** What becomes of the ids of a file in an article that is made of it. */
export type Renewal = {
  /** The new id of a thing. */
  readonly fresh: (id: string) => string;
  /** The id under which the team knows somebody whom the file names. */
  readonly person: (id: string) => string;
  /** The new id of a revision. */
  readonly revision: (id: string) => string;
  /** Whether evidence or an attached file comes along. */
  readonly isThere: (id: string) => boolean;
};

/**
 * A part of a file with new ids and with times as the database keeps them. Goes by the names of the fields: what names a
 * person becomes that person as this team knows them, so that a file can never speak for a member. Sources and contacts
 * are another team's and go; what came from a contact stays confidential.
 */
export function renewIds<T>(value: T, renewal: Renewal): T {
  // every field keeps its name and kind
  return renewed(value, renewal) as T;
}

/** Everybody whom a part of a file names. */
export function peopleNamedIn(value: unknown): ReadonlySet<string> {
  const people = new Set<string>();
  walk(value, people);
  return people;
}

/** The fields that name one person, or several. */
const personFields = new Set([
  'authorId',
  'byId',
  'actorId',
  'assigneeId',
  'raisedById',
  'openedById',
  'calledById',
  'createdById',
  'uploadedById',
  'capturedById',
  'voterIds',
  'participantIds',
  'mentions',
  'seenBy',
]);
/** The fields whose own fields are named by ids of annotations. */
const keyedFields = new Set(['anchors', 'checks', 'clocks']);
const foreignFields = new Set(['sourceId', 'contactId']);
/** Scales are versioned by whoever made them, and a verdict says by itself what it means. */
const keptFields = new Set(['scaleId']);

function renewed(value: unknown, renewal: Renewal): unknown {
  if (Array.isArray(value)) return value.map((item) => renewed(item, renewal));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, field]) => [name, renewedField(name, field, renewal)]);
  const copy = Object.fromEntries(entries);
  const hadContact = 'contactId' in value && value.contactId !== null;
  return hadContact ? { ...copy, isConfidential: true } : copy;
}

function renewedField(name: string, field: unknown, renewal: Renewal): unknown {
  if (foreignFields.has(name)) return null;
  if (keptFields.has(name)) return field;
  if (personFields.has(name)) return ofIds(field, renewal.person);
  if (name === 'revisionId') return ofIds(field, renewal.revision);
  if (name === 'reusedFromId')
    return typeof field === 'string' && renewal.isThere(field) ? renewal.fresh(field) : null;
  if (name === 'file' && isThing(field) && !renewal.isThere(field.id)) return null;
  if (name === 'id' || name.endsWith('Id')) return ofIds(field, renewal.fresh);
  if (keyedFields.has(name) && typeof field === 'object' && field !== null)
    return Object.fromEntries(
      Object.entries(field).map(([id, item]) => [renewal.fresh(id), renewed(item, renewal)]),
    );
  if (typeof field === 'string' && isTime(name)) return new Date(field).toISOString();
  return renewed(field, renewal);
}

/** One id or a list of ids; what is none stays, such as `everybody` for those who have seen something. */
function ofIds(field: unknown, to: (id: string) => string): unknown {
  if (Array.isArray(field)) return field.map((id) => ofIds(id, to));
  return typeof field === 'string' && isId(field) ? to(field) : field;
}

const isId = (words: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(words);
const isTime = (name: string): boolean => name === 'at' || name === 'since' || name.endsWith('At');
const isThing = (field: unknown): field is { readonly id: string } =>
  typeof field === 'object' && field !== null && 'id' in field && typeof field.id === 'string';

function walk(value: unknown, people: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) walk(item, people);
  else if (typeof value === 'object' && value !== null)
    for (const [name, field] of Object.entries(value))
      if (personFields.has(name))
        ofIds(field, (id) => {
          people.add(id);
          return id;
        });
      else walk(field, people);
}
