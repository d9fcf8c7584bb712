// Reads an answer's body up to a limit. It refuses to hold more than that in memory.

/** Thrown when a body is longer than allowed. */
export class BodyTooLarge extends Error {}

/** The body as text. Throws BodyTooLarge as soon as more than `maxBytes` arrived and stops the transfer. */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new BodyTooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}
