// Hands controllers who asks and in which workspace. Only the session guard fills it.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Bug, type Locale } from '@eclusa/flow';
import type { Request } from 'express';

/** The person behind a request and the one workspace this request may see. */
export interface Caller {
  workspaceId: string;
  userId: string;
  role: string;
  locale: Locale;
  /** Key of the session row, to end it. */
  sessionId: string;
}

export type SignedInRequest = Request & { caller?: Caller };

/** The caller of a guarded route. A route that is public and asks for it is a defect. */
export const Workspace = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!caller) throw new Bug('bug.no-caller');
  return caller;
});
