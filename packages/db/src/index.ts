// Public face of the package.
export {};
