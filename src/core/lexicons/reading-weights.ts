// Weights of the features in extract/statements/features.ts, by `node training/statements.ts`.
export const READING_WEIGHTS: { readonly [feature: string]: number } = {};
