// Shapes of connections. Secrets go in and never come out; an answer only names those that are set.
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { Json } from '@eclusa/flow';
import { A, AFlag, AListOf, AnId, AnObject, AText, ATime } from '../http/answers';
import { ObjectField, TextField } from '../http/fields';
import { TextDto } from '../http/problem.dto';

@ApiSchema({ name: 'SaveConnection' })
export class SaveConnectionDto {
  @TextField({ max: 64, example: 'vtex', description: 'id of a connection kind' }) kind: string;
  @TextField() name: string;
  @ObjectField({ description: 'values of the fields that are not secret' }) settings: Record<string, Json>;
  @ObjectField({
    optional: true,
    values: 'string',
    description: 'only those that change; an empty text removes one',
  })
  secrets?: Record<string, string>;
}

/** An unsaved connection to try. */
@ApiSchema({ name: 'TryConnection' })
export class TryConnectionDto {
  @TextField({ max: 64 }) kind: string;
  @TextField({ optional: true }) name?: string;
  @ObjectField() settings: Record<string, Json>;
  @ObjectField({ optional: true, values: 'string' }) secrets?: Record<string, string>;
}

/** Changes to a saved connection, to try before they are saved. What is left out is as it was saved. */
@ApiSchema({ name: 'TrySavedConnection' })
export class TrySavedConnectionDto {
  @TextField({ max: 64, optional: true, description: 'as saved; it cannot change' }) kind?: string;
  @TextField({ optional: true }) name?: string;
  @ObjectField({ optional: true }) settings?: Record<string, Json>;
  @ObjectField({ optional: true, values: 'string' }) secrets?: Record<string, string>;
}

/** What came of a person's sign-in at the other system. */
@ApiSchema({ name: 'ConnectionSignIn' })
export class ConnectionSignInDto {
  @AFlag({ description: 'false: somebody has to sign in' }) holds: boolean;
  @ATime({ nullable: true, description: 'the last sign-in' }) signedInAt: string | null;
  @AText({ nullable: true, description: 'name of the person' }) signedInBy: string | null;
  @AText({ nullable: true, description: 'what was allowed, as the other system spells it' }) scopes:
    string | null;
  @ATime({ nullable: true, description: 'its end, where the other system gave nothing to renew it with' })
  endsAt: string | null;
  @ATime({ nullable: true, description: 'when the other system last refused it' }) refusedAt: string | null;
  @A(TextDto, { optional: true, description: 'why it was refused' }) refused?: TextDto;
}

/** Where a person signs in at the other system. */
@ApiSchema({ name: 'SignInAddress' })
export class SignInAddressDto {
  @AText() address: string;
}

@ApiSchema({ name: 'Connection' })
export class ConnectionDto {
  @AnId() id: string;
  @AText() kind: string;
  @AText() name: string;
  @AnObject() settings: Record<string, Json>;
  @ApiProperty({ type: [String], description: 'names of the secrets that are set' }) secretFields: string[];
  @A(ConnectionSignInDto, {
    optional: true,
    description: 'only of a connection for which a person signs in at the other system',
  })
  signIn?: ConnectionSignInDto;
  @ATime() createdAt: string;
}

@ApiSchema({ name: 'ConnectionList' })
export class ConnectionListDto {
  @AListOf(ConnectionDto) items: ConnectionDto[];
}

@ApiSchema({ name: 'ConnectionTest' })
export class ConnectionTestDto {
  @AFlag() ok: boolean;
  @A(TextDto) message: TextDto;
  @AText({ optional: true, description: 'why it failed' }) code?: string;
}
