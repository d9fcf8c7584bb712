// Routes of signing in and out, and of the signed-in person.
import { Body, Controller, Get, Patch, Post, Put, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Response } from 'express';
import { Answers, Public } from '../http/operation';
import { MeDto, SetPasswordDto, SignInDto, SignInLinkDto, UpdateMeDto } from './auth.dto';
import { AuthService } from './auth.service';
import { ForRole } from './role.guard';
import { SignInThrottle } from './sign-in.throttle';
import { Workspace, type SignedIn } from './workspace.decorator';

const throttled = { 401: 'api.sign-in-refused', 429: 'api.too-many-attempts' };

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  @Public()
  @UseGuards(SignInThrottle)
  @Post('sign-in')
  @Answers(MeDto, { summary: 'Sign in with e-mail and password', problems: throttled })
  signIn(@Body() body: SignInDto, @Res({ passthrough: true }) answer: Response) {
    return this.auth.signIn(body, answer);
  }

  @Public()
  @UseGuards(SignInThrottle)
  @SkipThrottle({ pair: true, account: true })
  @Post('sign-in-link')
  @Answers(MeDto, {
    summary: 'Sign in with a one-time link',
    problems: { 401: 'api.link-unknown, api.link-used or api.link-expired', 429: 'api.too-many-attempts' },
  })
  signInWithLink(@Body() body: SignInLinkDto, @Res({ passthrough: true }) answer: Response) {
    return this.auth.signInWithLink(body.token, answer);
  }

  @Post('sign-out')
  @ForRole('viewer')
  @Answers(null, { summary: 'End this session', status: 204 })
  signOut(@Workspace() caller: SignedIn, @Res({ passthrough: true }) answer: Response) {
    return this.auth.signOut(caller, answer);
  }

  @Get('me')
  @Answers(MeDto, { summary: 'Who is signed in' })
  getMe(@Workspace() caller: SignedIn) {
    return this.auth.me(caller);
  }

  @Patch('me')
  @ForRole('viewer')
  @Answers(MeDto, { summary: 'Change name or language' })
  updateMe(@Workspace() caller: SignedIn, @Body() body: UpdateMeDto) {
    return this.auth.updateMe(caller, body);
  }

  @Put('password')
  @ForRole('viewer')
  @UseGuards(SignInThrottle)
  @Answers(MeDto, {
    summary: 'Set or change the password; ends all other sessions of the person',
    problems: { 422: 'api.password-wrong', 429: 'api.too-many-attempts' },
  })
  setPassword(@Workspace() caller: SignedIn, @Body() body: SetPasswordDto) {
    return this.auth.setPassword(caller, body);
  }
}
