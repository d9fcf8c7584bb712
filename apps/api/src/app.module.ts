// The root module: the features over one configuration.
import { Module, type DynamicModule } from '@nestjs/common';
import { AuthController } from './auth/auth.controller';
import { AuthService } from './auth/auth.service';
import { SignInThrottle } from './auth/sign-in.throttle';
import { CatalogueController } from './catalogue/catalogue.controller';
import { CatalogueService } from './catalogue/catalogue.service';
import type { ApiConfig } from './config';
import { ConnectionTestService } from './connections/connection-test.service';
import { ConnectionsController } from './connections/connections.controller';
import { ConnectionsService } from './connections/connections.service';
import { FilesController } from './files/files.controller';
import { FilesService } from './files/files.service';
import { BindingsService } from './flows/bindings.service';
import { FlowsController } from './flows/flows.controller';
import { FlowsService } from './flows/flows.service';
import { TestNodeService } from './flows/test-node.service';
import { VersionsController } from './flows/versions.controller';
import { VersionsService } from './flows/versions.service';
import { HealthController } from './health/health.controller';
import { HealthService } from './health/health.service';
import { RunEventsService } from './runs/run-events.service';
import { RunReportService } from './runs/run-report.service';
import { RunsController } from './runs/runs.controller';
import { RunsService } from './runs/runs.service';
import { StoresController } from './stores/stores.controller';
import { StoresService } from './stores/stores.service';

@Module({
  controllers: [
    AuthController,
    CatalogueController,
    ConnectionsController,
    StoresController,
    FlowsController,
    VersionsController,
    RunsController,
    FilesController,
    HealthController,
  ],
  providers: [
    ...[AuthService, SignInThrottle, CatalogueService, ConnectionTestService, ConnectionsService],
    ...[FilesService, BindingsService, FlowsService, TestNodeService, VersionsService, HealthService],
    ...[RunEventsService, RunReportService, RunsService, StoresService],
  ],
})
export class AppModule {
  /** The module for one configuration. */
  static for(_config: ApiConfig): DynamicModule {
    return { module: AppModule };
  }
}
