// Puts the service together: what every request passes through, in order. Listens to nothing yet.
import type { CorsOptions } from '@nestjs/common/interfaces/external/cors-options.interface';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { AppModule } from './app.module';
import type { ApiConfig } from './config';
import { editorFiles } from './editor/editor.static';
import { FlowOpenApiService } from './flows/flow-openapi.service';
import { jsonBody } from './http/json-body';
import { patientBodies } from './http/patience';
import { PatientAdapter } from './http/patient-adapter';
import { ProblemFilter } from './http/problem.filter';
import { requestId, RequestLogger } from './http/request-log';
import { securityHeaders } from './http/security';
import { validationPipe } from './http/validation';
import { buildDocument } from './openapi-document';

/** Makes the application; `listen()` or `init()` it. Throws when Postgres does not answer. */
export async function createApp(config: ApiConfig): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.for(config), new PatientAdapter(), {
    bodyParser: false,
    abortOnError: false,
    bufferLogs: true,
    logger: new RequestLogger({
      json: config.logFormat === 'json',
      colors: false,
      logLevels: ['warn', 'error', 'fatal'],
    }),
  });
  app.flushLogs();
  // Only a proxy on this machine is believed about who is asking.
  app.set('trust proxy', 'loopback');
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  if (config.corsOrigins.length > 0) app.enableCors(otherPages(config.corsOrigins));
  app.use(
    requestId(),
    securityHeaders(config.publicUrl),
    outsideApi,
    packedAnswers(),
    patientBodies(),
    ...jsonBody(),
    cookieParser(),
  );
  app.setGlobalPrefix('api/v1');
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  const document = buildDocument(app);
  app.get(FlowOpenApiService).whole = document;
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Eclusa API',
    swaggerOptions: { tryItOutEnabled: false },
  });
  app.use(...editorFiles(config.editorDir));
  return app;
}

/** Pages of these origins may call with a key. Cookies stay ours: a page elsewhere acts for nobody who is signed in here. */
function otherPages(origin: string[]): CorsOptions {
  const exposedHeaders = [
    'location',
    'eclusa-run',
    'idempotency-replayed',
    'retry-after',
    'x-request-id',
    'etag',
  ];
  return { origin, credentials: false, exposedHeaders, maxAge: 600 };
}

/** Answers of more than 1 KB are packed where the caller takes it; event streams say `no-transform` and stay as they are. */
function packedAnswers(): RequestHandler {
  const pack = compression({ threshold: 1_024 });
  return (request, answer, next) => {
    if (request.url.startsWith('/api/')) pack(request, answer, next);
    else next();
  };
}

/** Load balancers and the addresses of flows are at the root, everything else under /api/v1. */
function outsideApi(request: Request, _answer: Response, next: NextFunction): void {
  const { url } = request;
  if (url === '/healthz' || url === '/readyz' || url.startsWith('/hooks/'))
    request.url = `/api/v1${request.url}`;
  next();
}
