// Routes of signing in at the provider of a connection.
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ForRole } from '../auth/role.guard';
import { SESSION_COOKIE, SessionsService } from '../auth/sessions.service';
import { Workspace, type SignedIn } from '../auth/workspace.decorator';
import { localeOf } from '../http/locale';
import { Answers, Public } from '../http/operation';
import { IdParams } from '../http/params';
import { SignInAddressDto } from './connections.dto';
import { outcomePage, pagePolicy } from './outcome-page';
import { ProviderSignIns } from './provider-sign-in.service';

@ApiTags('connections')
@Controller()
export class ProviderSignInController {
  constructor(
    private readonly signIns: ProviderSignIns,
    private readonly sessions: SessionsService,
  ) {}

  @Get('oauth/redirect-address')
  @Answers(SignInAddressDto, { summary: 'The redirect address to register at a provider' })
  getRedirectAddress() {
    return this.signIns.redirectAddress();
  }

  @Post('connections/:id/sign-in')
  @ForRole('admin')
  @Answers(SignInAddressDto, {
    summary: 'Begin to sign in at the provider of a connection: answers the address to open',
    problems: { 422: 'api.sign-in-not-asked or connections.authorize-address' },
  })
  startSignIn(@Workspace() caller: SignedIn, @Param() { id }: IdParams) {
    return this.signIns.start(caller, id);
  }

  /** A page for a person, whoever comes: the provider sends them here, and what is wrong is said in their language. */
  @Public()
  @ApiExcludeEndpoint()
  @Get('oauth/callback')
  async takeAnswer(@Req() request: Request, @Res() answer: Response): Promise<void> {
    const token = (request.cookies as Record<string, unknown> | undefined)?.[SESSION_COOKIE];
    const caller = await this.sessions.find(typeof token === 'string' ? token : undefined, answer);
    const given = new URL(request.originalUrl, 'http://localhost').searchParams;
    const outcome = await this.signIns.finish(caller, given);
    const locale = caller?.locale ?? localeOf(request.headers['accept-language']) ?? 'en';
    answer
      .status(outcome.status)
      .set({ 'content-security-policy': pagePolicy, 'cache-control': 'no-store' })
      .type('html')
      .send(outcomePage(outcome, locale));
  }
}
