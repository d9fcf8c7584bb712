// Shapes of signing in and of the person who is signed in.
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { locales, type Locale } from '@eclusa/flow';
import { IsEmail, MaxLength } from 'class-validator';
import { A, AChoice, AFlag, AnId, AText } from '../http/answers';
import { ChoiceField, TextField } from '../http/fields';

@ApiSchema({ name: 'SignIn' })
export class SignInDto {
  @ApiProperty({ type: String, format: 'email', maxLength: 254 })
  @IsEmail()
  @MaxLength(254)
  email: string;

  /** Long enough for a passphrase, short enough that hashing it costs nobody much. */
  @TextField({ max: 1024 }) password: string;
}

@ApiSchema({ name: 'SignInLink' })
export class SignInLinkDto {
  @TextField({ max: 200, description: 'the token in the link' }) token: string;
}

@ApiSchema({ name: 'UpdateMe' })
export class UpdateMeDto {
  @ChoiceField(locales, { optional: true }) locale?: Locale;
  @TextField({ optional: true }) name?: string;
}

@ApiSchema({ name: 'SetPassword' })
export class SetPasswordDto {
  @TextField({ max: 1024, optional: true, description: 'the password so far; needed when there is one' })
  current?: string;
  @TextField({ min: 10, max: 1024, description: 'the new password' }) password: string;
}

@ApiSchema({ name: 'User' })
export class UserDto {
  @AnId() id: string;
  @AText() email: string;
  @AText() name: string;
  @AChoice(locales) locale: Locale;
  @AFlag({ description: 'false: enters by links only' }) hasPassword: boolean;
}

@ApiSchema({ name: 'Workspace' })
export class WorkspaceDto {
  @AnId() id: string;
  @AText() name: string;
}

/** Who is signed in, and where. */
@ApiSchema({ name: 'Me' })
export class MeDto {
  @A(UserDto) user: UserDto;
  @A(WorkspaceDto) workspace: WorkspaceDto;
  @AText() role: string;
}
