import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { programRooms, sourceFiles } from "../scripts/source-files.ts";
import { undocumentedExports } from "../scripts/style/exports.ts";
import { parse } from "../scripts/style/functions.ts";

const root = path.resolve(import.meta.dirname, "..");
const undocumentedIn = (file: string, text: string) => undocumentedExports(file, parse(file, text));

test("every export that others build on says what its signature cannot", () => {
  const files = sourceFiles(root, programRooms);
  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap((file) => undocumentedIn(file, readFileSync(path.join(root, file), "utf8")))).toEqual([]);
});

test("an export of the contract without a docblock is found, whatever it is", () => {
  const text = "export type Air = string;\nexport const air = 1;\nexport function breathe() {}\nconst own = 2;\n";
  expect(undocumentedIn("schemas/air.ts", text)).toEqual([
    "schemas/air.ts:1 Air",
    "schemas/air.ts:2 air",
    "schemas/air.ts:3 breathe",
  ]);
});

test("in the server only what is called needs one", () => {
  const text = "export type Air = string;\nexport const air = 1;\nexport const breathe = () => air;\n";
  expect(undocumentedIn("server/air.ts", text)).toEqual(["server/air.ts:3 breathe"]);
});

test("a docblock counts, a comment does not", () => {
  expect(undocumentedIn("media/air.ts", "/** What is breathed. */\nexport const air = 1;\n")).toEqual([]);
  expect(undocumentedIn("media/air.ts", "// What is breathed.\nexport const air = 1;\n")).toEqual([
    "media/air.ts:2 air",
  ]);
});
