// A real OAuth 2.0 server (oidc-provider) for tests, in a process of its own, since it is made of modules that they cannot
// load. Anybody may sign in at its pages; its refresh tokens hold once, and one that is used twice ends the whole grant.
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { createInterface } from 'node:readline';

export interface OAuthServerOptions {
  /** Of 127.0.0.1; a free one when left out. */
  port?: number;
  /** Where it sends people back to. */
  redirects?: readonly string[];
  /** How long access tokens hold, in seconds. */
  accessTokenSeconds?: number;
}

export interface OAuthServer {
  url: string;
  host: string;
  clientSecret: string;
  /** Of the client `signing`, in PEM. */
  signingKey: string;
  /** Of the client `eclusa`, whose refresh tokens hold once. */
  refreshToken: string;
  close(): Promise<void>;
}

const clientSecret = 'a-secret.of_the~client';

/**
 * Starts it. Its clients are `eclusa` (secret in the header), `in-body`, `signing` (private
 * key) and `public` (no secret); the scope `stock` is there to be asked for. It ends with its caller.
 */
export async function startOAuthServer(options: OAuthServerOptions = {}): Promise<OAuthServer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'certificate-1', use: 'sig' };
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: __dirname,
    env: { ...process.env, OAUTH_SERVER: JSON.stringify({ ...options, clientSecret, jwk }) },
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
    clientSecret,
    signingKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    refreshToken,
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}

const script = `
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

console.info = console.warn = () => undefined;
const options = JSON.parse(process.env.OAUTH_SERVER);
const server = createServer();
await new Promise((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
const url = 'http://127.0.0.1:' + server.address().port;
const client = (id, method) => ({
  client_id: id,
  client_secret: options.clientSecret,
  token_endpoint_auth_method: method,
  grant_types: ['client_credentials', 'refresh_token', 'authorization_code'],
  redirect_uris: options.redirects ?? ['https://eclusa.example.com/back'],
  application_type: 'native',
});
const open = { ...client('public', 'none'), grant_types: ['refresh_token', 'authorization_code'] };
const provider = new Provider(url, {
  clients: [
    client('eclusa', 'client_secret_basic'),
    client('in-body', 'client_secret_post'),
    { ...client('signing', 'private_key_jwt'), jwks: { keys: [options.jwk] } },
    open,
  ],
  features: { clientCredentials: { enabled: true }, introspection: { enabled: true } },
  scopes: ['openid', 'offline_access', 'stock'],
  pkce: { required: () => true },
  rotateRefreshToken: true,
  ttl: { ClientCredentials: 600, AccessToken: options.accessTokenSeconds ?? 600 },
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
