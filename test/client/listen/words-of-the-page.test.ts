import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { fr } from "../../../client/i18n/family/fr.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Every file of the client that a page is made of, from its entry on, also what it loads later. */
function filesBehind(entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found;
  found.add(entry);
  const text = readFileSync(join(root, entry), "utf8").replaceAll(/^import type .*$/gm, "");
  for (const [, path] of text.matchAll(/(?:from|import)\s*\(?"(\.[^"]+\.tsx?)"/g)) {
    const file = relative(root, join(root, dirname(entry), path!));
    if (file.startsWith("client/")) filesBehind(file, found);
  }
  return found;
}

const isSaid = (key: string) => {
  const [area = "", ...rest] = key.split(".");
  return rest.join(".") in ((fr as Record<string, object | undefined>)[area] ?? {});
};

test("a listener's page says nothing but what families' pages say in every language", () => {
  const files = [...filesBehind("client/listening.tsx")].filter((file) => !file.startsWith("client/i18n/"));
  expect(files.length).toBeGreaterThan(50);
  const keys = files.flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/\b(?:t|count)\(\s*"([a-zA-Z]+\.[\w.]+)"/g)].map(
      ([, key]) => [file, key!] as const,
    ),
  );
  expect(keys.length).toBeGreaterThan(60);
  expect(keys.filter(([, key]) => !isSaid(key))).toEqual([]);
});
