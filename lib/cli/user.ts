import { text } from 'node:stream/consumers';
import { passwordSchema } from '@/lib/domain/team';
import { CommandError, runCommand, say } from './command';
import { withUseCases } from './use-cases';
import { readUserRequest, type UserRequest } from './user-request';

await runCommand(async (args) => {
  const request = readUserRequest(args);
  switch (request.action) {
    case 'create':
      return await create(request);
    case 'reset':
      return await reset(request.email);
    case 'disable':
      return await disable(request.email);
  }
});

async function create(request: Extract<UserRequest, { action: 'create' }>): Promise<number> {
  const { email, name, role, passwordFromStdin } = request;
  const password = passwordFromStdin ? await readPassword() : undefined;
  return await withUseCases(async () => {
    const { createUserFromCli } = await import('@/lib/server/team/create-user-from-cli');
    const secret = password === undefined ? {} : { password };
    const { invitationUrl } = await createUserFromCli({ email, name, role, ...secret });
    say(
      invitationUrl === undefined
        ? `${email} can sign in now.`
        : `Send this link to ${email}. It works once, within seven days:\n${invitationUrl}`,
    );
    return 0;
  });
}

async function reset(email: string): Promise<number> {
  return await withUseCases(async () => {
    const { resetUserFromCli } = await import('@/lib/server/team/create-user-from-cli');
    const { resetUrl, hadSecondFactor } = await resetUserFromCli({ email });
    if (hadSecondFactor)
      say(`The second factor of ${email} is removed, and the old password no longer works.`);
    say(`Send this link to ${email}. It works once, within an hour:\n${resetUrl}`);
    return 0;
  });
}

async function disable(email: string): Promise<number> {
  return await withUseCases(async () => {
    const { disableUserFromCli } = await import('@/lib/server/team/create-user-from-cli');
    await disableUserFromCli({ email });
    say(`${email} is signed out everywhere and cannot sign in any more.`);
    return 0;
  });
}

/** One line from standard input, so that a password never stands in the list of processes or the shell's history. */
async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('Password, then Enter and Ctrl+D: ');
  const [line = ''] = (await text(process.stdin)).split(/\r?\n/);
  const password = passwordSchema.safeParse(line);
  if (password.success) return password.data;
  throw new CommandError(password.error.issues.map((issue) => issue.message).join(' '));
}
