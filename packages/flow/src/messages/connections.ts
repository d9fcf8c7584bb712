// Sentences for the codes of connections and their tests.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const connectionsMessages: Record<string, Text> = {};
