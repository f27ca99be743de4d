// npm run peers -- [--install]
//
// Points real podcast clients at a station: they subscribe, list, download, play, seek and hear what is on air, at a public and at a private
// feed; then the private address is stopped, and none of them gets anything more. With --install, clients that are not here are taken
// from Debian (as root); without it, or where that fails, they are skipped, and it says which. Ends with 1 when a client that ran was wrong.
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { parseArgs } from "node:util";
import { catchers } from "./catchers.ts";
import { openPeerStation } from "./peer-station.ts";
import { run, type Peer, type PeerFeed, type Seen } from "./peer.ts";
import { players } from "./players.ts";

const { values: flags } = parseArgs({ options: { install: { type: "boolean", default: false } } });
const peers: readonly Peer[] = [...catchers, ...players];
const directories = (process.env.PATH ?? "").split(delimiter);
const isHere = (command: string) =>
  command.startsWith("/") ? existsSync(command) : directories.some((path) => existsSync(join(path, command)));

/** Why a client is left out; undefined when it takes part. */
async function absenceOf({ command, packages, cannot }: Peer): Promise<string | undefined> {
  const why = cannot?.();
  if (why !== undefined) return why;
  if (flags.install && process.getuid?.() === 0)
    await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], {
      ...{ timeoutMs: 600_000, env: { DEBIAN_FRONTEND: "noninteractive" } },
    });
  if (command.endsWith("python3")) {
    const isThere = (await run(command, ["-c", `import ${packages[0]!.replace("python3-", "")}`])).status === 0;
    return isThere ? undefined : `not here: apt-get install ${packages.join(" ")}`;
  }
  return isHere(command) ? undefined : `not here: apt-get install ${packages.join(" ")}`;
}

let wrong = 0;
function tell(peer: Peer, feed: string, step: string, { isRight, said }: Seen) {
  if (!isRight) wrong += 1;
  console.log([peer.name.padEnd(17), feed.padEnd(8), step.padEnd(10), isRight ? "ok   " : "WRONG", said].join(" "));
}

async function take(peer: Peer, steps: Peer["steps"], feed: PeerFeed, as: string, scratch: string) {
  const directory = mkdtempSync(join(scratch, "peer-"));
  // VLC writes as another user.
  chmodSync(directory, 0o777);
  for (const [name, step] of Object.entries(steps)) {
    tell(
      peer,
      as,
      name,
      await step(feed, directory).catch((error: unknown) => ({ isRight: false, said: String(error) })),
    );
  }
}

const scratch = mkdtempSync(join(tmpdir(), "antenne-peers-"));
chmodSync(scratch, 0o755);
try {
  await using station = await openPeerStation();
  const taking: Peer[] = [];
  for (const peer of peers) {
    const why = await absenceOf(peer);
    if (why === undefined) taking.push(peer);
    else console.log(`${peer.name.padEnd(17)} skipped: ${why}`);
  }
  for (const feed of station.feeds) {
    for (const peer of taking) await take(peer, peer.steps, feed, feed.name, scratch);
  }
  await station.stop();
  for (const peer of taking) await take(peer, peer.refused, station.feeds[1]!, "stopped", scratch);
  console.log(wrong === 0 ? `${taking.length} clients, all right` : `${wrong} steps wrong`);
  process.exitCode = wrong === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
