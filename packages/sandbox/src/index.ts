// Public face of the package: the two servers a test or a script starts, and the truth about the demo catalogue.
export { startSandbox, type Sandbox, type SandboxOptions } from './sandbox';
export { startErp, type Erp, type ErpAuth, type ErpOptions } from './erp/erp';
export { expectedOf, type Expected, type ExpectedFailure, type ExpectedProduct } from './erp/expected';
export type { ErpFacts, ErpItem } from './erp/catalogue';
export type { ProductSnapshot, SkuSnapshot } from './store/snapshot';
export type { Limits, Rate } from './gate/limits';
export { startOAuthServer, type OAuthServer, type OAuthServerOptions } from './oauth-server';
