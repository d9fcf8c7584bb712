// Sentences for the codes of the VTEX client and its nodes.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const vtexMessages: Record<string, Text> = {};
