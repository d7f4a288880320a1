import { buildApp, isBuilt } from './build-app';
import { runCommand, say } from './command';
import { generateClient } from './generate-client';
import { readAddress } from './settings';

await runCommand(async () => {
  const { url } = readAddress();
  await generateClient();
  if (isBuilt(url)) {
    say('The build is up to date.');
    return 0;
  }
  say('Building Galley …');
  await buildApp(url);
  say('Galley is built.');
  return 0;
});
