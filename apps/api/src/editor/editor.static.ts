// Serves the editor's built files. Every address that is not a file is the editor's own, so it gets index.html.
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Files the build names by their content never change; the page that names them must be asked for again. */
export function editorFiles(folder: string): RequestHandler[] {
  const files = express.static(folder, {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    setHeaders: (answer, file) => {
      const immutable = path.relative(folder, file).startsWith(`assets${path.sep}`);
      answer.setHeader('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return [outsideApi(files), outsideApi((request, answer, next) => page(folder, request, answer, next))];
}

function outsideApi(handler: RequestHandler): RequestHandler {
  return (request, answer, next) => {
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') && !/^\/api(\/|$)/.test(request.path);
    return isPage ? handler(request, answer, next) : next();
  };
}

function page(folder: string, request: Request, answer: Response, next: NextFunction): void {
  // A missing picture is a missing picture, not the editor.
  if (path.extname(request.path) !== '' && !request.accepts('html')) return next();
  if (request.path.startsWith('/assets/')) return next();
  answer.setHeader('cache-control', 'no-cache');
  const index = path.join(folder, 'index.html');
  if (existsSync(index)) return void answer.sendFile(index, { dotfiles: 'allow' });
  answer.status(503).type('html').send(notBuilt);
}

const notBuilt = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Eclusa</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:38rem;margin:15vh auto;padding:0 1rem}</style>
<h1>The editor is not built yet</h1>
<p>The service runs, but the files of its pages are missing. Build them with
<code>npx nx build editor</code> and load this page again, or set <code>ECLUSA_EDITOR_DIR</code>.</p>
<p>The API is there already: <a href="/api/docs">/api/docs</a>.</p>
</html>`;
