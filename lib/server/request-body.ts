import 'server-only';
import { DomainError } from '@/lib/domain/errors';

const mebibyte = 1024 * 1024;

/** The JSON value of a request's body, of at most `maxBytes`. Throws INVALID or TOO_LARGE with a sentence. */
export async function readJson(request: Request, maxBytes = mebibyte): Promise<unknown> {
  const type = contentType(request);
  if (type !== 'application/json' && !type.endsWith('+json')) {
    throw new DomainError('INVALID', 'Send the body as JSON with the content type application/json.');
  }
  const bytes = await readBytes(request, maxBytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!isNestedTooDeeply(text)) return JSON.parse(text);
  } catch {
    throw new DomainError('INVALID', 'The body is not valid JSON in UTF-8.');
  }
  throw new DomainError('INVALID', `The body is nested more than ${deepest} levels deep.`);
}

/** Deeper than any document that is taken; whatever reads a value in depth is spared from more. */
const deepest = 200;

/** Whether lists and objects of a JSON text stand in each other deeper than `deepest`. */
function isNestedTooDeeply(json: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === '"') isInString = !isInString;
    else if (isInString) at += sign === '\\' ? 1 : 0;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

/**
 * The form of a multipart request of at most `maxBytes`; undefined when the request is not multipart. A page
 * of another site can send such a form with our cookies, but never the header that a session must add.
 */
export async function readForm(
  request: Request,
  means: 'session' | 'token',
  maxBytes = mebibyte,
): Promise<FormData | undefined> {
  if (contentType(request) !== 'multipart/form-data') return undefined;
  if (means === 'session' && request.headers.get('x-galley-request') === null) {
    throw new DomainError('FORBIDDEN', 'A form with a file needs the header X-Galley-Request.');
  }
  const bytes = await readBytes(request, maxBytes);
  try {
    const type = request.headers.get('content-type') ?? '';
    return await new Response(bytes, { headers: { 'content-type': type } }).formData();
  } catch {
    throw new DomainError('INVALID', 'The form could not be read: it is damaged or incomplete.');
  }
}

/** The bytes of a request’s body. Throws TOO_LARGE, without reading on, when there are more than `maxBytes`. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function tooLarge(maxBytes: number): DomainError {
  const limit =
    maxBytes >= mebibyte ? `${Math.floor(maxBytes / mebibyte)} MB` : `${Math.floor(maxBytes / 1024)} kB`;
  return new DomainError('TOO_LARGE', `This is larger than the ${limit} that can be sent here.`);
}

function contentType(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
