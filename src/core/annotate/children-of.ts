/** Every token's children in text order, because tokens are visited in text order. */
export function childrenOf(heads: readonly number[]): number[][] {
  const children: number[][] = heads.map(() => []);
  heads.forEach((head, token) => {
    if (head >= 0) children[head]!.push(token);
  });
  return children;
}
