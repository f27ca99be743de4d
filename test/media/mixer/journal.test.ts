import { expect, test } from "vitest";
import { Journal } from "../../../media/mixer/journal.ts";

const namesOf = (journal: Journal) => journal.standing().map(({ name }) => name);

test("what was moved at a strip after it was opened stands as one call, part by part", () => {
  const journal = new Journal();
  journal.note("openStrip", ["awa", { gainDb: 0, isOpen: false }]);
  journal.note("setStrip", ["awa", { gainDb: -6, processing: { trimDb: 3 } }]);
  journal.note("setStrip", ["awa", { isOpen: true, processing: { isGated: true } }]);
  expect(journal.standing().map(({ name, data }) => [name, ...data])).toEqual([
    ["openStrip", "awa", { gainDb: 0, isOpen: false }],
    ["setStrip", "awa", { gainDb: -6, isOpen: true, processing: { trimDb: 3, isGated: true } }],
  ]);
});

test("a closed strip takes its input and its settings with it, and no other strip's", () => {
  const journal = new Journal();
  for (const strip of ["awa", "jules"]) {
    journal.note("openStrip", [strip, {}]);
    journal.note("openInput", [strip, {}]);
  }
  journal.note("closeStrip", ["awa"]);
  expect(journal.standing().map(({ data: [strip] }) => strip)).toEqual(["jules", "jules"]);
});

test("only the port that is open can be closed", () => {
  const journal = new Journal();
  journal.note("openReturn", [{ port: 1 }])!.answer = 40_001;
  journal.note("openReturn", [{ port: 2 }])!.answer = 40_002;
  journal.note("closeReturn", [40_001]);
  expect(namesOf(journal)).toEqual(["openReturn"]);
  journal.note("closeReturn", [40_002]);
  expect(namesOf(journal)).toEqual([]);
});

test("a cart plays until it is stopped, unloaded or at its end", () => {
  const journal = new Journal();
  for (const [cartId, isLooping] of [
    ["bed", true],
    ["jingle", false],
  ] as const) {
    journal.note("loadCart", [{ cartId, order: { isLooping } }]);
    journal.note("playCart", [cartId]);
  }
  expect(journal.playing().map(({ load }) => load)).toEqual([
    { cartId: "bed", order: { isLooping: true } },
    { cartId: "jingle", order: { isLooping: false } },
  ]);
  journal.cartEnded("jingle");
  journal.note("stopCart", ["bed"]);
  expect(journal.playing()).toEqual([]);
  expect(namesOf(journal)).toEqual(["loadCart", "loadCart"]);
});

test("a refused call and one that leaves nothing do not stand", () => {
  const journal = new Journal();
  journal.strike(journal.note("openInput", ["nobody", {}])!);
  journal.note("stats", []);
  expect(namesOf(journal)).toEqual([]);
});
