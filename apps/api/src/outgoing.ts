// Injection tokens of the only ways this process has to addresses that people typed.
export const GUARDED_FETCH = Symbol('guarded fetch');
/** Of what reaches servers that do not speak HTTP, and folders of this machine. */
export const GUARDED_REACH = Symbol('guarded reach');
