// The root module: the features over one configuration, one database, one queue.
import { BullModule, getQueueToken } from '@nestjs/bull';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions, entities, keyring } from '@eclusa/db';
import { guardedFetch, guardedReach } from '@eclusa/nodes';
import { CALL_QUEUE, queueOptions, RUN_QUEUE, SWEEP_QUEUE } from '@eclusa/queue';
import type { Queue } from 'bull';
import { AuditService } from './audit/audit.service';
import { AuthController } from './auth/auth.controller';
import { AuthService } from './auth/auth.service';
import { CsrfGuard } from './auth/csrf.guard';
import { RoleGuard } from './auth/role.guard';
import { SessionGuard } from './auth/session.guard';
import { SessionsService } from './auth/sessions.service';
import { signInLimits } from './auth/sign-in.throttle';
import { SharedThrottleStorage } from './auth/throttle-storage';
import { CallbacksController } from './callbacks/callbacks.controller';
import { CallbacksService } from './callbacks/callbacks.service';
import { DeliveriesService } from './callbacks/deliveries.service';
import { CatalogueController } from './catalogue/catalogue.controller';
import { CatalogueService } from './catalogue/catalogue.service';
import { CONFIG, type ApiConfig } from './config';
import { ConnectionTestService } from './connections/connection-test.service';
import { ConnectionsController } from './connections/connections.controller';
import { ConnectionsService } from './connections/connections.service';
import { ProviderSignInController } from './connections/provider-sign-in.controller';
import { ProviderSignIns } from './connections/provider-sign-in.service';
import { SignInRecords } from './connections/sign-in-records.service';
import { FilesController } from './files/files.controller';
import { FilesService } from './files/files.service';
import { BindingLookup } from './flows/binding-lookup';
import { BindingsService } from './flows/bindings.service';
import { ChoicesService } from './flows/choices.service';
import { FlowListService } from './flows/flow-list.service';
import { FlowOpenApiController } from './flows/flow-openapi.controller';
import { FlowOpenApiService } from './flows/flow-openapi.service';
import { FlowsController } from './flows/flows.controller';
import { FlowsService } from './flows/flows.service';
import { MemoryService } from './flows/memory.service';
import { PresenceController } from './flows/presence.controller';
import { PresenceService } from './flows/presence.service';
import { SamplesController } from './flows/samples.controller';
import { SamplesService } from './flows/samples.service';
import { TestNodeService } from './flows/test-node.service';
import { OtherFlows } from './flows/other-flows';
import { VersionsController } from './flows/versions.controller';
import { VersionsService } from './flows/versions.service';
import { HomeController } from './home/home.controller';
import { HomeService } from './home/home.service';
import { HealthController } from './health/health.controller';
import { HealthService } from './health/health.service';
import { KeyGuard } from './auth/key.guard';
import { KEYRING } from './keyring';
import { KeyLimits } from './keys/key-limits';
import { CurrentKeyController } from './keys/current-key.controller';
import { CurrentKeyService } from './keys/current-key.service';
import { KeysController } from './keys/keys.controller';
import { KeysService } from './keys/keys.service';
import { GUARDED_FETCH, GUARDED_REACH } from './outgoing';
import { CallsService } from './runs/calls.service';
import { MissingCodesService } from './references/missing-codes.service';
import { ReferenceFilesService } from './references/reference-files.service';
import { ReferencesController } from './references/references.controller';
import { ReferencesService } from './references/references.service';
import { DifferencesController } from './runs/differences.controller';
import { DifferencesService } from './runs/differences.service';
import { FailedFilesService } from './runs/failed-files.service';
import { PausesController } from './runs/pauses.controller';
import { PausesService } from './runs/pauses.service';
import { RepeatsController } from './runs/repeats.controller';
import { RepeatsService } from './runs/repeats.service';
import { RunAnswerController } from './runs/run-answer.controller';
import { RunAnswers } from './runs/run-answer.service';
import { RunEventsService } from './runs/run-events.service';
import { RunHistoryService } from './runs/run-history.service';
import { RunPartsService } from './runs/run-parts.service';
import { RunPreparation } from './runs/run-preparation';
import { RunReportService } from './runs/run-report.service';
import { RunStartController } from './runs/run-start.controller';
import { RunWaiting } from './runs/run-waiting.service';
import { RunsController } from './runs/runs.controller';
import { RunsService } from './runs/runs.service';
import { StreamedCallsService } from './runs/streamed-calls.service';
import { SchedulesController } from './schedules/schedules.controller';
import { SchedulesService } from './schedules/schedules.service';
import { StoreCheckService } from './stores/store-check.service';
import { StoresController } from './stores/stores.controller';
import { StoresService } from './stores/stores.service';
import { RetentionController } from './story/retention.controller';
import { RetentionService } from './story/retention.service';
import { StoryController } from './story/story.controller';
import { StoryService } from './story/story.service';
import { TemplatesController } from './templates/templates.controller';
import { HooksService } from './triggers/hooks.service';
import { TriggersController } from './triggers/triggers.controller';
import { TriggersService } from './triggers/triggers.service';

const controllers = [
  ...[AuthController, CatalogueController, ConnectionsController, StoresController, FlowsController],
  ...[
    VersionsController,
    RunStartController,
    RunAnswerController,
    RunsController,
    FilesController,
    TemplatesController,
    HealthController,
  ],
  ...[FlowOpenApiController, ProviderSignInController],
  ...[ReferencesController, KeysController, CallbacksController, PresenceController, SamplesController],
  ...[SchedulesController, TriggersController, CurrentKeyController],
  ...[
    RepeatsController,
    DifferencesController,
    PausesController,
    StoryController,
    RetentionController,
    HomeController,
  ],
];

const services: Provider[] = [
  ...[
    KeysService,
    KeyLimits,
    RunWaiting,
    RunAnswers,
    StreamedCallsService,
    CallbacksService,
    DeliveriesService,
  ],
  ...[AuthService, SessionsService, AuditService, CatalogueService, HealthService, FilesService],
  ...[ProviderSignIns, SignInRecords],
  ...[ConnectionsService, ConnectionTestService, StoresService, StoreCheckService],
  ...[
    FlowsService,
    FlowListService,
    FlowOpenApiService,
    VersionsService,
    BindingsService,
    BindingLookup,
    TestNodeService,
    ChoicesService,
    MemoryService,
    PresenceService,
    SamplesService,
    OtherFlows,
  ],
  ...[RunsService, CallsService, RunPreparation, RunReportService, RunEventsService, RunHistoryService],
  ...[ReferencesService, ReferenceFilesService, MissingCodesService],
  ...[SchedulesService, TriggersService, HooksService, CurrentKeyService],
  ...[
    RepeatsService,
    DifferencesService,
    RunPartsService,
    PausesService,
    FailedFilesService,
    StoryService,
    RetentionService,
    HomeService,
  ],
  // In this order: a change from another site is refused before anybody asks who sent it,
  // and who it is comes before what a key or a person may do.
  { provide: APP_GUARD, useClass: CsrfGuard },
  { provide: APP_GUARD, useClass: SessionGuard },
  { provide: APP_GUARD, useClass: KeyGuard },
  { provide: APP_GUARD, useClass: RoleGuard },
];

const tables = TypeOrmModule.forFeature(entities);

@Module({})
export class AppModule {
  /** The module for one configuration. */
  static for(config: ApiConfig): DynamicModule {
    const options = queueOptions(config.redisUrl, config.queuePrefix);
    const queues = [RUN_QUEUE, CALL_QUEUE, SWEEP_QUEUE].map((name) => ({ name, ...options }));
    const queue = BullModule.registerQueue(...queues);
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({ ...dataSourceOptions(config.databaseUrl), retryAttempts: 0 }),
        tables,
        queue,
        ThrottlerModule.forRootAsync({
          imports: [queue],
          inject: [getQueueToken(RUN_QUEUE)],
          useFactory: (runs: Queue) => ({
            ...signInLimits,
            storage: new SharedThrottleStorage(runs, config.queuePrefix),
          }),
        }),
      ],
      controllers,
      exports: [tables, CONFIG, ...services.filter((service) => typeof service === 'function')],
      providers: [
        ...services,
        { provide: CONFIG, useValue: config },
        { provide: KEYRING, useFactory: () => keyring(config.secretKey, config.oldSecretKeys) },
        { provide: GUARDED_FETCH, useFactory: () => guardedFetch({ allow: config.allowHosts }) },
        {
          provide: GUARDED_REACH,
          useFactory: () => guardedReach({ allow: config.allowHosts, folders: config.folders }),
        },
      ],
    };
  }
}
