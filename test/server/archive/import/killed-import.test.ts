import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { openLog } from "../../../../server/open-log.ts";
import { openNewsroom } from "../../../../server/open-newsroom.ts";
import { openDatabase } from "../../../../server/store/open-database.ts";
import { openStore } from "../../../../server/store/open-store.ts";
import { seedSchool } from "../../../support/school.ts";
import { scratch } from "../../../support/scratch.ts";
import { toneSamples } from "../../../support/sound.ts";
import { wav } from "../../../support/voices.ts";

const child = fileURLToPath(new URL("../../../support/import-child.ts", import.meta.url));
const count = Number(process.env.IMPORT_EPISODES ?? 24);

async function killAt(args: readonly string[], done: number): Promise<void> {
  const station = spawn(process.execPath, [child, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: station.stdout })) if (Number(line) >= done) break;
  station.kill("SIGKILL");
  await once(station, "exit");
}

test(
  "a folder of years of shows, killed twice on its way, is there once and whole",
  { timeout: 1_800_000 },
  async () => {
    using folder = scratch();
    const [path, media, offered] = [folder.file("antenne.db"), folder.file("media"), folder.file("offered")];
    mkdirSync(join(offered, "podcast"), { recursive: true });
    for (let index = 1; index <= count; index += 1) {
      const day = new Date(Date.UTC(2018, 0, 7 * index)).toISOString().slice(0, 10);
      const sound = wav(toneSamples(200 + 4 * index, -20, 0.2));
      writeFileSync(join(offered, "podcast", `${day} Le journal ${index}.wav`), sound);
      if (index === 3) writeFileSync(join(offered, "podcast", "Copie du troisième.wav"), sound);
    }
    await using stack = new AsyncDisposableStack();
    const database = stack.adopt(await openDatabase(path), (open) => open.destroy());
    const store = openStore(database, Date.now);
    const { channel, teacher } = await seedSchool(store);
    const parts = { database, mediaDirectory: media, carts: store.carts, log: openLog("silent"), clock: Date.now };
    const opened = () => openNewsroom({ ...parts, imports: { directory: offered, mayBePrivate: false } });
    const before = await opened();
    const { id, episodes } = await before.imports.fromFolder(channel.id, "podcast");
    await before[Symbol.asyncDispose]();
    expect(episodes).toHaveLength(count + 1);

    await killAt([path, media, offered, id, teacher.id], Math.floor(count / 3));
    await killAt([path, media, offered, id, teacher.id], Math.floor((2 * count) / 3));
    const { imports } = stack.use(await opened());
    const told = await vi.waitFor(
      async () => {
        const now = await imports.tell(id);
        expect(now.state).toBe("done");
        return now;
      },
      { timeout: 1_500_000, interval: 200 },
    );
    expect(told.episodes.filter(({ state }) => state === "known")).toMatchObject([{ title: "Copie du troisième" }]);
    const kept = await store.episodes.listAll(channel.id);
    expect(new Set(kept.map(({ title }) => title)).size).toBe(count);
    expect(kept).toHaveLength(count);
    expect(kept.every(({ state, enclosures }) => state === "rendered" && enclosures.length === 3)).toBe(true);
    // No half of an episode is left beside the whole ones.
    expect(readdirSync(join(media, "episodes")).sort()).toEqual(kept.map((episode) => episode.id).sort());
    expect(readdirSync(join(media, "imports"))).toEqual([]);
  },
);
