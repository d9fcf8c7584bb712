// Reads typed members out of a JSON body. Refuses a member of another type with 400 and its name, never converts.
import { refuse } from './wire';

export type JsonObject = Record<string, unknown>;

/** The body as an object, or 400. */
export function objectBody(body: unknown): JsonObject {
  if (body !== null && typeof body === 'object' && !Array.isArray(body)) return body as JsonObject;
  return refuse(400, 'The request body must be a JSON object.');
}

/** The body as a list, or 400. */
export function listBody(body: unknown): unknown[] {
  return Array.isArray(body) ? body : refuse(400, 'The request body must be a JSON array.');
}

/** Missing, null and (for text) empty members are null. */
export function optionalText(body: JsonObject, name: string, max?: number): string | null {
  const value = body[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') return refuse(400, `Field ${name} must be a string`);
  if (max !== undefined && value.length > max)
    return refuse(400, `Field ${name} is limited to ${max} characters`);
  return value;
}

export function requiredText(body: JsonObject, name: string, max?: number): string {
  const value = optionalText(body, name, max);
  return value?.trim() ? value : refuse(400, `Field ${name} is required`);
}

export function optionalNumber(body: JsonObject, name: string): number | null {
  const value = body[name];
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return refuse(400, `Field ${name} must be a number`);
}

export function requiredNumber(body: JsonObject, name: string): number {
  return optionalNumber(body, name) ?? refuse(400, `Field ${name} is required`);
}

/** An int32 that is not negative, or null when absent. */
export function optionalId(body: JsonObject, name: string): number | null {
  const value = optionalNumber(body, name);
  if (value === null || (Number.isInteger(value) && value >= 0 && value <= 2_147_483_647)) return value;
  return refuse(400, `Field ${name} must be an integer`);
}

export function requiredId(body: JsonObject, name: string): number {
  return optionalId(body, name) ?? refuse(400, `Field ${name} is required`);
}

/** Absent means false: a body that leaves a flag out switches it off. */
export function flag(body: JsonObject, name: string): boolean {
  const value = body[name];
  if (value === undefined || value === null) return false;
  return typeof value === 'boolean' ? value : refuse(400, `Field ${name} must be a boolean`);
}

/** The number in a path segment, or NaN, which no id equals. */
export function pathId(value: string | undefined): number {
  return value !== undefined && /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
}
