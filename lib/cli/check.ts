import { runCommand, say } from './command';
import { generateClient } from './generate-client';
import { checkLint, checkTypes, writeRouteTypes } from './static-checks';

await runCommand(async () => {
  await generateClient();
  const prepared = await writeRouteTypes();
  const results = prepared.passed ? await Promise.all([checkTypes(), checkLint()]) : [prepared];
  for (const { name, passed, output } of results) say(passed ? `${name}: fine` : `${name}:\n${output}`);
  return results.every(({ passed }) => passed) ? 0 : 1;
});
