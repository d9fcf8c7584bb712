// The languages that a call is shown in.
import { curlOf } from './curl';
import { abapOf } from './abap';
import { advplOf } from './advpl';
import { csharpOf } from './csharp';
import type { ExampleCall } from './example';
import { phpOf } from './php';
import { pythonOf } from './python';
import { typescriptOf } from './typescript';

/** By id, in the order they are shown; names of languages are the same in all of ours. */
export const exampleLanguages = {
  curl: { name: 'curl', write: curlOf },
  typescript: { name: 'TypeScript', write: typescriptOf },
  python: { name: 'Python', write: pythonOf },
  php: { name: 'PHP', write: phpOf },
  csharp: { name: 'C#', write: csharpOf },
  abap: { name: 'ABAP', write: abapOf },
  advpl: { name: 'ADVPL', write: advplOf },
} as const satisfies Record<string, { name: string; write: (call: ExampleCall) => string }>;

export type ExampleLanguage = keyof typeof exampleLanguages;
