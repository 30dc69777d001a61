export declare const root: string;
export declare function ensureInstalled(): void;
export declare function newerNode(): string;
export declare function nodeForProject(): string;
export declare function runWithProjectNode(script: string, args: readonly string[]): never;
