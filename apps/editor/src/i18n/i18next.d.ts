// Makes a misspelt key a type error.
import type { Sentences } from './resources';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Sentences };
  }
}
