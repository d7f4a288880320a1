import { generateClient } from './generate-client';
import { generateParser } from './generate-parser';

/** Makes all code that is made of other code, where that has changed: the database client and the parser's program. */
export async function generateCode(): Promise<void> {
  await Promise.all([generateClient(), generateParser()]);
}
