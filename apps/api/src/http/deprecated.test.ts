import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { AddressInfo } from 'node:net';
import { Deprecated } from './deprecated.decorator';
import { Answers } from './operation';
import { ProblemFilter } from './problem.filter';
import { Refusal } from './refusal';

const until = { since: '2030-01-31', sunset: '2031-06-30', successor: '/api/v1/things' };

@Controller()
class OldController {
  @Get('old')
  @Answers(null, { summary: 'Old' })
  @Deprecated(until)
  getOld() {
    return 'old';
  }

  @Get('old/refused')
  @Deprecated(until)
  @Answers(null, { summary: 'Old and wrong' })
  getRefused() {
    throw new Refusal(409, 'api.run-not-stopped');
  }

  @Get('new')
  @Answers(null, { summary: 'New' })
  getNew() {
    return 'new';
  }
}

@Module({ controllers: [OldController] })
class OldModule {}

let app: NestExpressApplication;
let url: string;

beforeAll(async () => {
  app = await NestFactory.create<NestExpressApplication>(OldModule, { logger: false });
  app.useGlobalFilters(new ProblemFilter());
  await app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(() => app.close());

test.each([
  ['/old', 200],
  ['/old/refused', 409],
])('%s says since when, until when and what comes instead, answered %i', async (path, status) => {
  const answer = await fetch(url + path);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('deprecation')).toBe('@1896048000');
  expect(answer.headers.get('sunset')).toBe('Mon, 30 Jun 2031 00:00:00 GMT');
  expect(answer.headers.get('link')).toBe('</api/v1/things>; rel="successor-version"');
});

test('what is not deprecated says nothing of it', async () => {
  const { headers } = await fetch(`${url}/new`);
  expect([headers.get('deprecation'), headers.get('sunset'), headers.get('link')]).toEqual([
    null,
    null,
    null,
  ]);
});

test('the document marks it, and keeps its summary whichever decorator comes first', () => {
  const { paths } = SwaggerModule.createDocument(app, new DocumentBuilder().build());
  expect(paths['/old']?.get).toMatchObject({ summary: 'Old', deprecated: true, 'x-sunset': until });
  expect(paths['/old/refused']?.get).toMatchObject({ summary: 'Old and wrong', deprecated: true });
  expect(paths['/new']?.get?.deprecated).toBeUndefined();
});

test('less than a year is refused when the service starts', () => {
  expect(() => Deprecated({ ...until, sunset: '2030-12-31' })).toThrow('less than a year');
});
