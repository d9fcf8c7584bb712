// The way in for a person who has none: `invite.js E-MAIL` prints a link that signs them in once. A person nobody
// knows yet gets a workspace of their own. For whoever runs the service: it asks for no password.
import 'reflect-metadata';
import { isEmail } from 'class-validator';
import { UserError } from '@eclusa/flow';
import { People } from './seed/people.service';
import { runProgram } from './seed/program';

runProgram(async (app) => {
  const [email = ''] = process.argv.slice(2);
  if (!isEmail(email)) throw new UserError('api.invite-needs-email', { values: { given: email } });
  const people = app.get(People);
  const [name = email] = email.split('@');
  return people.signInUrl(await people.ensure({ email, name, workspace: name }));
});
