// The api's module with the demo on top; the api itself does not carry it.
import { Module, type DynamicModule } from '@nestjs/common';
import { DemoParts } from './demo-parts';
import { People } from './people.service';
import { DemoService } from './demo.service';

@Module({})
export class SeedModule {
  /** `api` must export its services. */
  static over(api: DynamicModule): DynamicModule {
    return {
      module: SeedModule,
      imports: [api],
      providers: [DemoService, People, DemoParts],
    };
  }
}
