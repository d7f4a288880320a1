import { buildApp, isBuilt } from './build-app';
import { runCommand, say } from './command';
import { generateCode } from './generate-code';

await runCommand(async () => {
  await generateCode();
  if (isBuilt()) {
    say('The build is up to date.');
    return 0;
  }
  say('Building Galley …');
  await buildApp();
  say('Galley is built.');
  return 0;
});
