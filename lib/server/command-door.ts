import 'server-only';
import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { maxCommandsPerRequest } from '@/lib/domain/request-limits';
import { executeAll, executeRequest } from './execute';
import { door } from './http';

const params = z.strictObject({ articleId: idSchema });

/** Each command is checked by itself, so that a bad one among many does not keep the others from being saved. */
const body = z.union([
  z
    .array(z.unknown())
    .min(1)
    .max(maxCommandsPerRequest, `Send at most ${maxCommandsPerRequest} commands at once.`),
  z.looseObject({}, 'Send a command or a list of commands.'),
]);

/** A note may be long, and there may be many. */
const maxBytes = 8 * 1024 * 1024;

/**
 * The one door through which an article is changed, by the workbench and by programs: one command, answered by its event
 * or a refusal, or a list of them, answered one by one.
 */
export const commandDoor = door(
  { params, body, maxBytes, rate: 'command', isChecked: 'by parts' },
  async ({ actor, params, body }) => {
    const { articleId } = params;
    if (Array.isArray(body)) return executeAll(actor, articleId, body);
    return { ok: true, event: await executeRequest(actor, articleId, body) };
  },
);
