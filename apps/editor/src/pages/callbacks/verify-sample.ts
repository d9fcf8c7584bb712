// How a receiver finds out that a call comes from here, in two languages that need no library.

/** Node: what comes, checked before it is believed. */
export const verifyInNode = `const { createHmac, timingSafeEqual } = require('node:crypto');

function isFromEclusa(headers, rawBody, secret) {
  const id = headers['webhook-id'];
  const time = headers['webhook-timestamp'];
  if (Math.abs(Date.now() / 1000 - time) > 300) return false;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const ours = createHmac('sha256', key)
    .update(id + '.' + time + '.' + rawBody).digest('base64');
  return headers['webhook-signature'].split(' ').some((one) => {
    const theirs = one.replace('v1,', '');
    return theirs.length === ours.length
      && timingSafeEqual(Buffer.from(theirs), Buffer.from(ours));
  });
}`;

/** Python, the same. */
export const verifyInPython = `import base64, hashlib, hmac, time

def is_from_eclusa(headers, raw_body: bytes, secret: str) -> bool:
    id, at = headers["webhook-id"], headers["webhook-timestamp"]
    if abs(time.time() - int(at)) > 300:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{id}.{at}.".encode() + raw_body
    ours = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(one.removeprefix("v1,"), ours)
               for one in headers["webhook-signature"].split(" "))`;
