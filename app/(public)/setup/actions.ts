'use server';

import { formAction } from '@/lib/server/form';
import { setUpSchema, setUpTeam } from '@/lib/server/team/set-up-team';
import { welcome } from '@/lib/server/team/welcome';
import { limitVisitor } from '@/lib/server/visitor';

export const setUpAction = formAction(setUpSchema, async (given) => {
  await limitVisitor();
  await welcome(await setUpTeam(given));
  return { email: given.email };
});
