// Injection token of the keyring that opens the secrets of connections.
export const KEYRING = Symbol('keyring');
