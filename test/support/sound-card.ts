import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { vi } from "vitest";
import { scratch } from "./scratch.ts";

const path = "/usr/bin/pulseaudio";

/** Whether this machine can do as if it had a sound card: `npm test` installs PulseAudio. */
export const canHaveSoundCard = (): boolean => existsSync(path);

/**
 * A sound card that nobody hears, for programs that play nothing without one; they find it by the environment that it gives. Disposing it takes it away.
 */
export async function openSoundCard() {
  await using opening = new AsyncDisposableStack();
  const directory = opening.use(scratch());
  const socket = directory.file("sound");
  const modules = ["module-null-sink", `module-native-protocol-unix socket=${socket} auth-anonymous=1`];
  const env = { ...process.env, HOME: directory.path, XDG_RUNTIME_DIR: directory.path };
  const args = [
    "-n",
    "--daemonize=no",
    "--disable-shm",
    "--exit-idle-time=-1",
    ...modules.flatMap((each) => ["-L", each]),
  ];
  const card = spawn(path, args, { env, stdio: "ignore" });
  const gone = once(card, "exit");
  opening.defer(async () => {
    card.kill();
    await gone;
  });
  await vi.waitUntil(() => existsSync(socket), { timeout: 10_000 });
  const open = opening.move();
  return { environment: { PULSE_SERVER: `unix:${socket}` }, [Symbol.asyncDispose]: () => open.disposeAsync() };
}
