// How Pricing refuses, in one place.
import { json, Refusal } from '../http/wire';

/** The shape of Pricing's refusals is not published; this one is ours. */
export function refusePrice(status: number, message: string): never {
  throw new Refusal(json({ error: { code: String(status), message } }, status));
}
