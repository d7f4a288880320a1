import { runCommand, say } from './command';
import { withUseCases } from './use-cases';
import { readTokenRequest } from './user-request';

await runCommand(async (args) => {
  const request = readTokenRequest(args);
  const token = await withUseCases(async () => {
    const { createTokenFromCli } = await import('@/lib/server/team/create-token-from-cli');
    return await createTokenFromCli(request);
  });
  say(`This token acts for ${request.email} and is shown only now:`);
  say(token); // scripts read the last line
  return 0;
});
