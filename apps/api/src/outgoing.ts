// Injection token of the only fetch this process uses for addresses that people typed.
export const GUARDED_FETCH = Symbol('guarded fetch');
