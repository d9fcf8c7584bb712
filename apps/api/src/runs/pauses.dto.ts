// Shapes of a pause: of a flow, of a store, and as a run shows what holds it.
import { ApiSchema } from '@nestjs/swagger';
import { A, AChoice, AText, ATime } from '../http/answers';

@ApiSchema({ name: 'Pause' })
export class PauseDto {
  @ATime() at: string;
  @AText({ nullable: true, description: 'name of the person' }) by: string | null;
}

@ApiSchema({ name: 'PauseState' })
export class PauseStateDto {
  @A(PauseDto, { nullable: true, description: 'null when it is not paused' }) paused: PauseDto | null;
}

@ApiSchema({ name: 'RunPause' })
export class RunPauseDto extends PauseDto {
  @AChoice(['flow', 'store'], { description: 'what is paused' }) what: 'flow' | 'store';
}
