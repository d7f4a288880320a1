import { z } from 'zod';
import type { Rows } from './backup-tables';
import { CommandError } from './command';

const sumSchema = z.object({ rows: z.number().int(), sha256: z.string() });

const noteSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('begin'),
    createdAt: z.iso.datetime(),
    /** Names of the migrations that the database had. */
    migrations: z.array(z.string()),
    /** Without it, second factors could not be read on a new machine. */
    nextauthSecret: z.string(),
  }),
  z.object({ kind: z.literal('table'), name: z.string(), columns: z.array(z.string()), key: z.string() }),
  z.object({ kind: z.literal('tableEnd'), sum: sumSchema }),
  /** A file of evidence, by its name below the folder of files; its bytes follow. */
  z.object({ kind: z.literal('file'), name: z.string() }),
  z.object({ kind: z.literal('bytes'), base64: z.string() }),
  z.object({ kind: z.literal('fileEnd') }),
  /** Backups from before evidence had files say nothing of them. */
  z.object({ kind: z.literal('end'), tables: z.number().int(), files: z.number().int().default(0) }),
]);

const rowsSchema = z.object({ kind: z.literal('rows'), rows: z.array(z.string()) });
const frameSchema = z.union([rowsSchema, noteSchema]);

/** What a backup says between the rows. */
export type BackupNote = z.infer<typeof noteSchema>;

/** One step of a backup: a note, or some rows of the table noted before. */
export type Frame = BackupNote | { readonly kind: 'rows'; readonly rows: Rows };

const HEAD_BYTES = 4;

/** Frames as bytes: four of length, then JSON. */
export async function* writeFrames(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  for await (const frame of frames) {
    const content = Buffer.from(JSON.stringify(frame));
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeUInt32BE(content.length, 0);
    yield Buffer.concat([head, content]);
  }
}

/** The frames again, from bytes cut anywhere. Throws CommandError when they end too early or make no sense. */
export async function* readFrames(bytes: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const more of bytes) {
    rest = rest.length === 0 ? more : Buffer.concat([rest, more]);
    while (rest.length >= HEAD_BYTES && rest.length >= HEAD_BYTES + rest.readUInt32BE(0)) {
      const end = HEAD_BYTES + rest.readUInt32BE(0);
      yield parseFrame(rest.subarray(HEAD_BYTES, end));
      rest = rest.subarray(end);
    }
  }
  if (rest.length > 0) throw new CommandError('The backup ends in the middle.');
}

function parseFrame(content: Buffer): Frame {
  const note = frameSchema.safeParse(JSON.parse(content.toString('utf8')));
  if (note.success) return note.data;
  throw new CommandError('The backup was made by a Galley that is newer than this one.');
}
