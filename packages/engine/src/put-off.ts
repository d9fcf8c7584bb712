// What a host's limiter throws for a call that is of no use now.

/**
 * The call was not sent, because what it goes to is away. Whoever throws it also aborts the page, which is to be run
 * again later.
 */
export class PutOff extends Error {
  override name = 'PutOff';
}
