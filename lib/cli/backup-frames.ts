import { z } from 'zod';
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
  z.object({ kind: z.literal('end'), tables: z.number().int() }),
]);

/** What a backup says between the rows. */
export type BackupNote = z.infer<typeof noteSchema>;

/** One step of a backup: a note, or a stretch of a table's rows. */
export type Frame = BackupNote | Buffer;

const HEAD_BYTES = 5;
const NOTE = 1;
const ROWS = 2;

/** Frames as bytes: one byte of kind, four of length, then the content. */
export async function* writeFrames(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  for await (const frame of frames) {
    const content = Buffer.isBuffer(frame) ? frame : Buffer.from(JSON.stringify(frame));
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeUInt8(Buffer.isBuffer(frame) ? ROWS : NOTE, 0);
    head.writeUInt32BE(content.length, 1);
    yield Buffer.concat([head, content]);
  }
}

/** The frames again, from bytes cut anywhere. Throws CommandError when they end too early or make no sense. */
export async function* readFrames(bytes: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let rest = Buffer.alloc(0);
  for await (const more of bytes) {
    rest = rest.length === 0 ? more : Buffer.concat([rest, more]);
    while (rest.length >= HEAD_BYTES && rest.length >= HEAD_BYTES + rest.readUInt32BE(1)) {
      const end = HEAD_BYTES + rest.readUInt32BE(1);
      const content = rest.subarray(HEAD_BYTES, end);
      yield rest.readUInt8(0) === ROWS ? content : parseNote(content);
      rest = rest.subarray(end);
    }
  }
  if (rest.length > 0) throw new CommandError('The backup ends in the middle.');
}

function parseNote(content: Buffer): BackupNote {
  const note = noteSchema.safeParse(JSON.parse(content.toString('utf8')));
  if (note.success) return note.data;
  throw new CommandError('The backup was made by a Galley that is newer than this one.');
}
