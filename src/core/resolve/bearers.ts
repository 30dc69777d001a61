/** A person whom a surname could mean, with where the report names her. */
export interface Bearer {
  /** Where her full name stands: token and paragraph, in order. */
  readonly fullAt: readonly Place[];
  /** Tokens of bare surnames that were found to mean her. */
  readonly bareAt: readonly number[];
}

export interface Place {
  readonly token: number;
  readonly paragraph: number;
}

/** Bare surnames after which a report has settled on whom it means by one. */
const SETTLED = 2;
/** Bare surnames after which no namesake makes it doubt: relatives are called by their full names. */
const SETTLED_FOR_GOOD = 6;
/** Paragraphs after a namesake's full name in which the surname stays open. */
const NEARBY = 2;

/**
 * Whom a bare surname means among its bearers: the only one that the report has named by then, or the one whom it called
 * so before it named any other, and not soon after another. Null where the text leaves it open.
 */
export function bearerMeant<B extends Bearer>(bearers: readonly B[], mention: Place): B | null {
  const known = bearers.filter(({ fullAt }) => fullAt.some(({ token }) => token < mention.token));
  if (known.length <= 1) return known[0] ?? null;
  const firstNamed = (bearer: Bearer) => bearer.fullAt[0]!.token;
  const [first, ...others] = [...known].sort((a, b) => firstNamed(a) - firstNamed(b));
  const before = first!.bareAt.filter((token) => token < firstNamed(others[0]!)).length;
  if (before >= SETTLED_FOR_GOOD) return first!;
  const isNear = others.some(({ fullAt }) =>
    fullAt.some(({ token, paragraph }) => token < mention.token && mention.paragraph - paragraph <= NEARBY),
  );
  return before >= SETTLED && !isNear ? first! : null;
}
