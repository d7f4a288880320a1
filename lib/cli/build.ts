import { buildApp, isBuilt } from './build-app';
import { runCommand, say } from './command';
import { generateClient } from './generate-client';

await runCommand(async () => {
  await generateClient();
  if (isBuilt()) {
    say('The build is up to date.');
    return 0;
  }
  say('Building Galley …');
  await buildApp();
  say('Galley is built.');
  return 0;
});
