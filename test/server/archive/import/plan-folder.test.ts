import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { planFolder } from "../../../../server/archive/import/plan-folder.ts";
import { scratch } from "../../../support/scratch.ts";

const host = "https://ecole.exemple.fr";

/** What is taken for each of a feed's sounds, by the path that the feed gives it, with these files beside the feed. */
async function taken(sounds: readonly string[], files: readonly string[]) {
  using folder = scratch();
  const items = sounds.map(
    (path) => `<item><title>${path}</title><enclosure url="${host}/${path}" length="9" type="audio/mpeg"/></item>`,
  );
  const feed = `<rss version="2.0"><channel><title>R</title>${items.join("")}</channel></rss>`;
  for (const [name, text] of [["fil.xml", feed], ...files.map((file) => [file, file])] as const) {
    mkdirSync(dirname(folder.file(name)), { recursive: true });
    writeFileSync(folder.file(name), text);
  }
  const { episodes } = await planFolder(folder.path);
  return Object.fromEntries(episodes.map(({ words, soundSource }) => [words.title, soundSource]));
}

test("a sound of a feed is taken from the file that ends like its address, and never from another episode's", async () => {
  const years = ["envois/2020/emission.mp3", "envois/2021/emission.mp3"];
  expect(await taken(years, ["sons/2020/emission.mp3", "sons/2021/emission.mp3"])).toEqual({
    "envois/2020/emission.mp3": "sons/2020/emission.mp3",
    "envois/2021/emission.mp3": "sons/2021/emission.mp3",
  });
  // One of them is not here, and one cannot tell which: both are fetched.
  expect(await taken(years, ["emission.mp3"])).toEqual({
    "envois/2020/emission.mp3": `${host}/envois/2020/emission.mp3`,
    "envois/2021/emission.mp3": `${host}/envois/2021/emission.mp3`,
  });
  expect(await taken(years.slice(1), ["a/emission.mp3", "b/emission.mp3"])).toEqual({
    "envois/2021/emission.mp3": `${host}/envois/2021/emission.mp3`,
  });
  expect(await taken(["envois/la%20cantine.mp3", "tout.mp3"], ["sons/la cantine.mp3", "tout.mp3"])).toEqual({
    "envois/la%20cantine.mp3": "sons/la cantine.mp3",
    "tout.mp3": "tout.mp3",
  });
});
