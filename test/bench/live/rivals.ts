import { spawnSync } from "node:child_process";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import { ffmpegPath } from "../../../media/ffmpeg/ffmpeg-path.ts";
import { onCore } from "./on-core.ts";

const isThere = (program: string) => spawnSync("which", [program]).status === 0;
const isRoot = process.getuid?.() === 0;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function untilAnswers(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const status = await fetch(url)
      .then(async (answer) => {
        await answer.body?.cancel();
        return answer.status;
      })
      .catch(() => 0);
    if (status === 200) return;
    await pass(100);
  }
  throw new Error(`nothing answered at ${url}`);
}

const icecastXml = (port: number, directory: string) => `<icecast>
  <limits><clients>5000</clients><sources>2</sources><burst-size>65536</burst-size></limits>
  <authentication><source-password>bench</source-password><admin-password>bench</admin-password></authentication>
  <hostname>127.0.0.1</hostname>
  <listen-socket><port>${port}</port><bind-address>127.0.0.1</bind-address></listen-socket>
  <paths><basedir>${directory}</basedir><logdir>${directory}</logdir><webroot>/usr/share/icecast2/web</webroot><adminroot>/usr/share/icecast2/admin</adminroot></paths>
  <logging><accesslog>access.log</accesslog><errorlog>error.log</errorlog><loglevel>1</loglevel></logging>
  <security><chroot>0</chroot>${isRoot ? "<changeowner><user>nobody</user><group>nogroup</group></changeowner>" : ""}</security>
</icecast>`;

/** Icecast with the same MP3 as our mount on the first core, fed by an ffmpeg on the second; `undefined` where it is not installed. */
export async function openIcecast(directory: string) {
  if (!isThere("icecast2")) return undefined;
  await using opening = new AsyncDisposableStack();
  const port = await freePort();
  await mkdir(directory, { recursive: true });
  // Started by root it becomes nobody, who must reach its logs.
  await chmod(dirname(directory), 0o755);
  await chmod(directory, 0o777);
  const config = join(directory, "icecast.xml");
  await writeFile(config, icecastXml(port, directory));
  const server = opening.use(onCore(0, "icecast2", ["-c", config]));
  await untilAnswers(`http://127.0.0.1:${port}/status-json.xsl`);
  const tone = [
    "-re",
    "-f",
    "lavfi",
    "-i",
    "sine=440:sample_rate=48000",
    "-ac",
    "2",
    "-c:a",
    "libmp3lame",
    "-b:a",
    "128k",
  ];
  const target = `icecast://source:bench@127.0.0.1:${port}/live.mp3`;
  opening.use(onCore(1, ffmpegPath(), [...tone, "-content_type", "audio/mpeg", "-f", "mp3", target]));
  const url = `http://127.0.0.1:${port}/live.mp3`;
  await untilAnswers(url);
  const open = opening.move();
  return { url, pid: server.pid, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

const nginxConf = (
  port: number,
  directory: string,
) => `worker_processes 1; worker_rlimit_nofile 8192; daemon off; pid ${directory}/nginx.pid; error_log ${directory}/error.log;
${isRoot ? "user root;" : ""}
events { worker_connections 4096; }
http { access_log off; keepalive_requests 100000; sendfile on; tcp_nopush on; root ${directory}/files;
  types { application/vnd.apple.mpegurl m3u8; audio/mp4 mp4 m4s; }
  server { listen 127.0.0.1:${port}; } }`;

/** nginx with the playlist and segments that our server gave, on the first core; `undefined` where it is not installed. */
export async function openNginx(directory: string, playlistUrl: string) {
  if (!isThere("nginx")) return undefined;
  const port = await freePort();
  const playlist = await (await fetch(playlistUrl)).text();
  const files = join(directory, "files");
  await mkdir(files, { recursive: true });
  const names = playlist.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  for (const [index, name] of names.entries()) {
    const bytes = await (await fetch(new URL(name, playlistUrl))).bytes();
    await writeFile(join(files, `${index}.m4s`), bytes);
  }
  const local = names.reduce((text, name, index) => text.replace(name, `${index}.m4s`), playlist);
  await writeFile(join(files, "audio.m3u8"), local);
  const config = join(directory, "nginx.conf");
  await writeFile(config, nginxConf(port, directory));
  const server = onCore(0, "nginx", ["-c", config, "-e", join(directory, "error.log")]);
  const url = `http://127.0.0.1:${port}/audio.m3u8`;
  await untilAnswers(url);
  return { url, pid: server.pid, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}
