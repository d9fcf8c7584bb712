// Writes the OpenAPI document to standard output. Starts no service and opens no database.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { exampleConfig } from './config';
import { buildDocument } from './openapi-document';

async function main(): Promise<void> {
  const module = AppModule.for(exampleConfig());
  const app = await NestFactory.create(module, { preview: true, logger: false, abortOnError: false });
  process.stdout.write(`${JSON.stringify(buildDocument(app), null, 2)}\n`);
}

void main();
