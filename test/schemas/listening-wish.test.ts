import { expect, test } from "vitest";
import { passageQuery, placeQuery, wishIn } from "../../schemas/listening-wish.ts";

const secondsOf = (query: string) => wishIn(new URLSearchParams(query)).startSeconds;

test("an address names a place in seconds or as a clock, and what it does not understand is not there", () => {
  expect(["t=83", "t=1:23", "t=1:02:03", "t=0"].map(secondsOf)).toEqual([83, 83, 3_723, 0]);
  expect(["", "t=", "t=-5", "t=1:75", "t=1e3", "t=99999", "t=<b>", "t=1:2:3:4"].map(secondsOf)).toEqual(
    Array.from({ length: 8 }, () => null),
  );
});

test("the address of a place leads back to it, with the text where it was asked for", () => {
  expect(wishIn(new URLSearchParams(placeQuery(83.9)))).toEqual({
    startSeconds: 83,
    endSeconds: null,
    isTextWanted: false,
  });
  expect(wishIn(new URLSearchParams(placeQuery(0, true)))).toEqual({
    startSeconds: 0,
    endSeconds: null,
    isTextWanted: true,
  });
});

test("the address of a passage leads back to it, and one that ends before it begins is none", () => {
  const wish = (query: string) => wishIn(new URLSearchParams(query));
  const passage = { startSeconds: 83, endSeconds: 113, isTextWanted: false };
  expect(wish(passageQuery(83.9, 112.1))).toEqual(passage);
  expect(wish("?t=1:23-1:53")).toEqual(passage);
  const none = { startSeconds: null, endSeconds: null, isTextWanted: false };
  for (const query of ["?t=113-83", "?t=83-", "?t=83-x", "?t=-83", "?t=83-90-95", "?t=x-90"])
    expect(wish(query), query).toEqual(none);
});
