// Starts the real service over a database and queue of its own, and speaks to it as a browser would.
import type { Server } from 'node:http';
import {
  temporaryDatabase,
  openDatabase,
  User,
  Workspace,
  Membership,
  type TemporaryDatabase,
} from '@eclusa/db';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { DataSource } from 'typeorm';
import { createApp } from './app';
import { hashPassword } from './auth/password';
import { readConfig } from './config';

export const PASSWORD = 'correct horse battery staple';

export interface TestApi {
  url: string;
  database: DataSource;
  app: NestExpressApplication;
  /** What it was started with. */
  environment: Record<string, string>;
  /** A person with a workspace of their own; signed in. */
  person(name?: string): Promise<Browser>;
  close(): Promise<void>;
}

/** Environment members replace the usual ones. With `beside` it is one more process of that service. */
export async function startApi(environment: Record<string, string> = {}, beside?: TestApi): Promise<TestApi> {
  const temporary: TemporaryDatabase = beside
    ? { url: beside.environment.DATABASE_URL ?? '', drop: () => Promise.resolve() }
    : await temporaryDatabase(process.env.ECLUSA_TEST_DATABASE_URL ?? '');
  const own = beside?.environment ?? {
    DATABASE_URL: temporary.url,
    REDIS_URL: process.env.ECLUSA_TEST_REDIS_URL ?? '',
    ECLUSA_QUEUE_PREFIX: `test-${randomUUID()}`,
    ECLUSA_SECRET_KEY: randomBytes(32).toString('base64'),
    ECLUSA_PORT: '0',
    ...environment,
  };
  const config = readConfig(own);
  const app = await createApp(config);
  app.useLogger(false);
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const database = await openDatabase(temporary.url, 2);
  return {
    ...{ url, database, app, environment: own },
    async person(name = 'Ana') {
      const { email } = await addPerson(database, name);
      const browser = new Browser(url);
      await browser.post('/auth/sign-in', { email, password: PASSWORD });
      return browser;
    },
    async close() {
      await database.destroy();
      const closed = app.close();
      // A caller that left may leave a connection behind on which no request came: it would be waited for, 72 s long.
      (app.getHttpServer() as Server).closeAllConnections();
      await closed;
      await temporary.drop();
    },
  };
}

/** A person with a password who owns a new workspace. */
export async function addPerson(database: DataSource, name: string) {
  const email = `${name.toLowerCase()}-${randomUUID()}@example.com`;
  const users = database.getRepository(User);
  const user = await users.save(
    users.create({ email, name, locale: 'en', passwordHash: await passwordHash }),
  );
  const workspaces = database.getRepository(Workspace);
  const workspace = await workspaces.save(workspaces.create({ name: `${name}'s` }));
  await database
    .getRepository(Membership)
    .insert({ userId: user.id, workspaceId: workspace.id, role: 'owner' });
  return { email, userId: user.id, workspaceId: workspace.id };
}

const passwordHash = hashPassword(PASSWORD);

export interface Answer<T = Record<string, never>> {
  status: number;
  body: T;
  text: string;
  headers: Headers;
}

/** A cookie jar and the headers the editor sends. */
export class Browser {
  cookie = '';

  constructor(readonly url: string) {}

  async send<T = never>(method: string, path: string, init: RequestInit = {}): Promise<Answer<T>> {
    const headers = new Headers(init.headers);
    if (this.cookie && !headers.has('cookie')) headers.set('cookie', this.cookie);
    if (method !== 'GET' && !headers.has('x-eclusa-csrf')) headers.set('x-eclusa-csrf', '1');
    const response = await fetch(`${this.url}/api/v1${path}`, { ...init, method, headers });
    const set = response.headers.getSetCookie().find((cookie) => cookie.startsWith('eclusa_session='));
    if (set) this.cookie = set.split(';')[0] ?? '';
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson ? JSON.parse(text) : undefined) as T,
    };
  }

  get<T = never>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send<T>('GET', path, { headers });
  }

  post<T = never>(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, withJson(body, headers));
  }

  put<T = never>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send<T>('PUT', path, withJson(body, headers));
  }

  delete<T = never>(path: string): Promise<Answer<T>> {
    return this.send<T>('DELETE', path);
  }
}

function withJson(body: unknown, headers: Record<string, string>): RequestInit {
  if (body === undefined) return { headers };
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
}
