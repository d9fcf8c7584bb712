// A real OAuth 2.0 server (oidc-provider) in a process of its own, since it is made of modules that tests cannot load.
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { createInterface } from 'node:readline';

export interface OidcServer {
  url: string;
  host: string;
  /** Of the client `eclusa`, whose refresh tokens hold once. */
  refreshToken: string;
  close(): Promise<void>;
}

export const clientId = 'eclusa';
export const clientSecret = 'a-secret.of_the~client';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
/** Of the client `signing`, in PEM. */
export const signingKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'certificate-1', use: 'sig' };

const script = `
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

console.info = console.warn = () => undefined;
const server = createServer();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = 'http://127.0.0.1:' + server.address().port;
const client = (id, method) => ({
  client_id: id,
  client_secret: '${clientSecret}',
  token_endpoint_auth_method: method,
  grant_types: ['client_credentials', 'refresh_token', 'authorization_code'],
  redirect_uris: ['https://eclusa.example.com/back'],
});
const provider = new Provider(url, {
  clients: [
    client('eclusa', 'client_secret_basic'),
    client('in-body', 'client_secret_post'),
    { ...client('signing', 'private_key_jwt'), jwks: { keys: [${JSON.stringify(jwk)}] } },
  ],
  features: {
    clientCredentials: { enabled: true },
    introspection: { enabled: true },
    devInteractions: { enabled: false },
  },
  scopes: ['openid', 'offline_access', 'stock'],
  rotateRefreshToken: true,
  ttl: { ClientCredentials: 600, AccessToken: 600 },
  findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
});
server.on('request', provider.callback());
const grant = new provider.Grant({ accountId: 'ana', clientId: 'eclusa' });
grant.addOIDCScope('openid offline_access');
const refreshToken = new provider.RefreshToken({
  client: await provider.Client.find('eclusa'),
  accountId: 'ana',
  grantId: await grant.save(),
  scope: 'openid offline_access',
  gty: 'authorization_code',
});
process.stdout.write(JSON.stringify({ url, refreshToken: await refreshToken.save() }) + '\\n');
process.stdin.resume().on('end', () => process.exit(0));
`;

/** Starts it on a free port of 127.0.0.1. It ends with its caller. */
export async function startOidc(): Promise<OidcServer> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: __dirname,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const first = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the OAuth server ended with ${code}`)));
  });
  const { url, refreshToken } = JSON.parse(first) as { url: string; refreshToken: string };
  return {
    url,
    host: new URL(url).host,
    refreshToken,
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
