// The headers that keep a browser from doing what the editor never asks for.
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * The editor loads only its own files. Mantine and React Flow set inline styles, which no other rule allows;
 * pictures may be data: or blob:, which CodeMirror and the minimap use. No script but our own ever runs.
 */
export function securityHeaders(publicUrl: URL): RequestHandler {
  const isHttps = publicUrl.protocol === 'https:';
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: isHttps,
    referrerPolicy: { policy: 'no-referrer' },
    // The page may be behind http on a local network, where this header only makes browsers complain.
    originAgentCluster: isHttps,
    crossOriginOpenerPolicy: isHttps ? { policy: 'same-origin' } : false,
    frameguard: { action: 'deny' },
  });
}
