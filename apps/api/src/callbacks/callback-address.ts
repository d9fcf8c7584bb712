// Which addresses can be called at all. Whether one is on the public network is found out when it is called.

/** True for an http or https address without a user and password in it. */
export function isCallable(address: string): boolean {
  if (address.length > 2_000 || !URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
