import { expect, test } from "vitest";
import { makeLinkMeter, type LinkSample } from "../../../media/sfu/make-link-meter.ts";

/** Looks at a microphone every two seconds, 100 packets each, of which so many are lost. */
function links(lossPerLook: readonly number[], rest: Partial<LinkSample> = {}) {
  const read = makeLinkMeter();
  let [expected, lost] = [0, 0];
  return lossPerLook.map((loss) => {
    [expected, lost] = [expected + 100, lost + loss];
    const reception = { expected, lost, jitterMs: 4 };
    return read({ reception, roundTripMs: 20, protocol: "udp", isConnected: true, ...rest });
  });
}
const words = (lossPerLook: readonly number[], rest?: Partial<LinkSample>) =>
  links(lossPerLook, rest).map(({ quality }) => quality);

test("a clean connection is good, with its figures", () => {
  expect(links([0, 0]).at(-1)).toEqual({
    ...{ quality: "good", lossShare: 0, jitterMs: 4, roundTripMs: 20, protocol: "udp" },
  });
});

test("losses make it fair, then poor, at once", () => {
  expect(words([0, 0, 12, 40])).toEqual(["good", "good", "fair", "poor"]);
});

test("it gets better only after two clearly better looks", () => {
  expect(words([0, 0, 8, 0, 0, 0, 0, 0, 0])).toEqual([
    ...["good", "good", "fair", "fair", "fair", "good", "good", "good", "good"],
  ]);
});

test("around the limit the word does not flicker", () => {
  const seen = words([0, 0, 0, 0, 3, 3, 2, 4, 3, 2, 4, 3, 2, 4, 3]);
  expect(seen.slice(seen.indexOf("fair"))).not.toContain("good");
});

test.each([
  [{ roundTripMs: 350 }, "fair"],
  [{ roundTripMs: 900 }, "poor"],
])("a long way is %o: %s", (rest, word) => {
  expect(words([0, 0], rest).at(-1)).toBe(word);
});

test("a microphone of which nothing comes any more is lost, and back at its first packets", () => {
  const read = makeLinkMeter();
  const look = (expected: number) =>
    read({ reception: { expected, lost: 0, jitterMs: 4 }, roundTripMs: 20, protocol: "udp", isConnected: true })
      .quality;
  expect([100, 200, 200, 200, 300].map(look)).toEqual(["good", "good", "lost", "lost", "good"]);
});

test("whoever never had a microphone is not lost, and who had a connection is when it ends", () => {
  const read = makeLinkMeter();
  const look = (isConnected: boolean) =>
    read({ reception: undefined, roundTripMs: undefined, protocol: undefined, isConnected }).quality;
  expect([false, true, true, false, true].map(look)).toEqual(["good", "good", "good", "lost", "good"]);
});

test("another microphone begins its figures anew", () => {
  const read = makeLinkMeter();
  const look = (expected: number, lost: number) =>
    read({ reception: { expected, lost, jitterMs: 4 }, roundTripMs: 20, protocol: "udp", isConnected: true }).lossShare;
  expect([look(1_000, 0), look(1_100, 50), look(10, 0), look(110, 1)]).toEqual([0, 0.5, 0, 0.01]);
});
