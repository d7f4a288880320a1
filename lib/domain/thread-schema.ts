import { z } from 'zod';
import { threadKinds } from './thread';

export const threadKindSchema = z.enum(threadKinds);
