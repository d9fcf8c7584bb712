// Hands controllers who asks and in which workspace. Only the session guard fills it.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ApiKey } from '@eclusa/db';
import { Bug, type Locale } from '@eclusa/flow';
import type { Request } from 'express';

/** The key a program calls with, and what it was made for. */
export type CallingKey = Pick<ApiKey, 'id' | 'actions' | 'flowIds' | 'storeIds' | 'perMinute' | 'runsPerDay'>;

/** Who is behind a request, and the one workspace this request may see. */
export interface Caller {
  workspaceId: string;
  /** Of a program: who made its key; null when that person is gone. */
  userId: string | null;
  role: string;
  locale: Locale;
  /** Set for programs. What they may reach is narrower than the workspace. */
  key?: CallingKey;
}

/** Somebody who is signed in. */
export interface SignedIn extends Caller {
  userId: string;
  /** Key of the session row, to end it. */
  sessionId: string;
}

export type SignedInRequest = Request & { caller?: Caller };

/** The caller of a guarded route; a `SignedIn` person where no key is let in. A route that is public and asks for it is a defect. */
export const Workspace = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!caller) throw new Bug('bug.no-caller');
  return caller;
});
