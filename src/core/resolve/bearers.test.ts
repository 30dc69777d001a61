import { describe, expect, it } from "vitest";
import { bearerMeant } from "./bearers.ts";

const bearer = (fullAt: readonly (readonly [number, number])[], bareAt: readonly number[] = []) => ({
  fullAt: fullAt.map(([token, paragraph]) => ({ token, paragraph })),
  bareAt,
});
const at = (token: number, paragraph: number) => ({ token, paragraph });

describe("bearerMeant(bearers, mention)", () => {
  it("takes the only one named by then", () => {
    const [ann, tom] = [bearer([[3, 0]]), bearer([[90, 2]])];
    expect(bearerMeant([tom, ann], at(40, 1))).toBe(ann);
  });

  it("takes the one whom the report called so before it named another, well after that", () => {
    const [ann, tom] = [bearer([[3, 0]], [10, 20]), bearer([[90, 2]])];
    expect(bearerMeant([ann, tom], at(200, 5))).toBe(ann);
  });

  it("leaves it open soon after another was named", () => {
    const [ann, tom] = [bearer([[3, 0]], [10, 20]), bearer([[90, 2]])];
    expect(bearerMeant([ann, tom], at(100, 2))).toBeNull();
    expect(bearerMeant([ann, tom], at(130, 4))).toBeNull();
  });

  it("leaves it open where nobody was called so before, or nobody is named yet", () => {
    expect(bearerMeant([bearer([[3, 0]], [10]), bearer([[90, 2]])], at(200, 9))).toBeNull();
    expect(bearerMeant([bearer([[3, 0]], [120, 130]), bearer([[90, 2]])], at(200, 9))).toBeNull();
    expect(bearerMeant([bearer([[30, 1]]), bearer([[90, 2]])], at(2, 0))).toBeNull();
  });

  it("doubts no more after many bare surnames", () => {
    const ann = bearer([[3, 0]], [20, 30, 40, 50, 60, 70]);
    expect(bearerMeant([ann, bearer([[90, 2]])], at(95, 2))).toBe(ann);
  });
});
