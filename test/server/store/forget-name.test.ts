import { expect, test } from "vitest";
import { makeForgetName } from "../../../server/store/forget-name.ts";

test("a first name goes wherever it stands as a word of its own, with its initial and without", () => {
  const forget = makeForgetName("Emma B.", ["Awa", "Gemma"]);
  expect(forget("Emma B. et Emma, mais pas Emmanuel ni Gemma")).toBe("… et …, mais pas Emmanuel ni Gemma");
});

test.each([["Emma"], ["Emma C."], ["emma"]])(
  "where %s is in the class too, erasing Emma B. takes her own name only",
  (other) => {
    const forget = makeForgetName("Emma B.", ["Awa", other]);
    expect(forget("Emma ouvre, Emma B. lit, Emma C. chante")).toBe("Emma ouvre, … lit, Emma C. chante");
  },
);

test("erasing Emma leaves Emma B. her name", () => {
  const forget = makeForgetName("Emma", ["Emma B.", "Emma Ca."]);
  expect(forget("Emma ouvre, Emma B. lit, Emma Ca. chante")).toBe("… ouvre, Emma B. lit, Emma Ca. chante");
});
