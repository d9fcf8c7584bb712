// Hands a route a signal that fires when the caller no longer waits for the answer.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Response } from 'express';

export const Gone = createParamDecorator((_data: unknown, context: ExecutionContext): AbortSignal => {
  const answer = context.switchToHttp().getResponse<Response>();
  const gone = new AbortController();
  answer.once('close', () => {
    if (!answer.writableFinished) gone.abort(new Error('the caller went away'));
  });
  return gone.signal;
});
