import type { z } from 'zod';
import type { evidenceFileSchema } from './evidence-file-schema';

/** Largest file that evidence may have, in bytes. */
export const maxFileBytes = 25 * 1024 * 1024;

/** The kinds of files that evidence may have, with the endings that each may bear. */
export const fileEndings = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a'],
  'audio/ogg': ['ogg', 'oga'],
  'audio/wav': ['wav'],
} as const;
export type FileType = keyof typeof fileEndings;
export const fileTypes = Object.keys(fileEndings) as [FileType, ...FileType[]]; // the record's own keys

/** A file that was uploaded to be evidence: what it is called, what it is, and the hash by which it is kept. */
export type EvidenceFile = Readonly<z.infer<typeof evidenceFileSchema>>;

/** How a file can be shown: a picture, something to hear, or only something to open. */
export function kindOfFile(type: FileType): 'image' | 'audio' | 'document' {
  if (type.startsWith('image/')) return 'image';
  return type.startsWith('audio/') ? 'audio' : 'document';
}

/** A number of bytes as a person reads it, in the units of 1000 that file managers use: "1.2 MB". */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What fields, or changes of fields, say of a file. */
export type MayHaveFile = {
  readonly file?: EvidenceFile | null | undefined;
  readonly captureHash?: string | null | undefined;
};

/** What evidence says of its capture: the hash of its file, where it has one. */
export function withCapture<T extends MayHaveFile>(fields: T): T {
  return fields.file ? { ...fields, captureHash: fields.file.sha256 } : fields;
}
