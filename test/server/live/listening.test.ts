import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { encoderPids } from "../../support/encoder-pids.ts";
import { heardTone, soundOf } from "../../support/heard-tone.ts";
import { listenToHls, listenToMp3 } from "../../support/live-listeners.ts";
import { openLiveHouse } from "../../support/live-house.ts";
import { readSound } from "../../support/sound.ts";

test("encoders that are killed are replaced, and their listeners go on", async () => {
  await using at = await openLiveHouse({ delaySeconds: 0, cutSeconds: 3 });
  const { house, desk, base, slug, cookie } = at;
  await at.goOnAir();
  const path = (name: string) => join(house.files.path, name);
  const player = listenToHls(`${base}/live/${slug}/audio.m3u8?player=one`, path("audio"), cookie);
  const radio = await listenToMp3(`${base}/live/${slug}.mp3`, path("radio.mp3"), cookie);
  await vi.waitFor(() => expect(encoderPids()).toHaveLength(2));
  await at.lasts(2.5);
  const killed = encoderPids();
  for (const pid of killed) process.kill(pid, "SIGKILL");
  await vi.waitFor(() => expect(encoderPids().filter((pid) => !killed.includes(pid))).toHaveLength(2), 5_000);
  await at.lasts(4);
  expect(await desk.ask("cut", {})).toEqual({ ok: false, error: "air.delay_empty" });
  await desk.must("endShow", {});
  await at.reach("ended");

  const runs = await player.heard();
  expect(runs).toHaveLength(2);
  expect(heardTone(440, await soundOf(runs.slice(1))).share).toBeGreaterThan(0.5);
  const playlist = player.playlists.at(-1)!;
  expect(playlist.match(/#EXT-X-DISCONTINUITY\n/g)).toHaveLength(1);
  expect(playlist).toContain("#EXT-X-ENDLIST");
  const instants = [...playlist.matchAll(/PROGRAM-DATE-TIME:(.*)/g)].map(([, instant]) => Date.parse(instant!));
  expect(instants.every((instant, index) => index === 0 || instant > instants[index - 1]!)).toBe(true);
  const heard = await readSound(await radio.heard());
  expect(heard.length / 48_000).toBeGreaterThan(5);
  expect(heardTone(440, heard).share).toBeGreaterThan(0.5);
  expect(house.bugs).toEqual([]);
});

test("the emergency stop ends the show at once: what the delay held is never heard", async () => {
  await using at = await openLiveHouse({ delaySeconds: 5, cutSeconds: 3 });
  const { house, desk, base, slug, cookie } = at;
  expect(await desk.ask("stopShow", {})).toEqual({ ok: false, error: "studio.not_on_air" });
  await at.goOnAir();
  const path = (name: string) => join(house.files.path, name);
  const player = listenToHls(`${base}/live/${slug}/audio.m3u8?player=one`, path("audio"), cookie);
  const radio = await listenToMp3(`${base}/live/${slug}.mp3`, path("radio.mp3"), cookie);
  await vi.waitFor(() => expect(radio.bytes()).toBeGreaterThan(16_000), 20_000);
  await desk.must("setStrip", { stripId: at.pupilStrip, isOpen: true });
  await at.lasts(2);
  await desk.must("stopShow", {});
  await at.reach("ended", 10);

  const heard = [await soundOf(await player.heard()), await readSound(await radio.heard())];
  for (const sound of heard) expect(heardTone(1_000, sound).most).toBeLessThan(-45);
  expect(heardTone(1_000, await readSound(house.ended[0]!.programmePath)).most).toBeGreaterThan(-30);
  expect((await at.get(`/live/${slug}.mp3`)).status).toBe(404);
  const [audited] = await house.store.audit.listOf(`show:${house.showId}`);
  expect(audited).toMatchObject({ act: "show.stopped" });
  expect(house.bugs).toEqual([]);
});

test("radios are answered as radios ask, and only those whom the channel is for", async () => {
  await using at = await openLiveHouse({ delaySeconds: 0, cutSeconds: 3 });
  const { house, base, slug } = at;
  const mount = `/live/${slug}.mp3`;
  const off = await at.get(mount);
  expect([off.status, await off.text()]).toEqual([404, expect.stringContaining("Rien à l’antenne") as string]);
  expect(await (await at.get(`/api/channels/${slug}/live`)).json()).toEqual({ state: "none" });
  await at.goOnAir();
  const head = await at.get(mount, { method: "HEAD" });
  expect(head.status).toBe(200);
  expect(head.headers.get("content-type")).toBe("audio/mpeg");
  expect(head.headers.get("icy-metaint")).toBeNull();
  expect(Buffer.from(head.headers.get("icy-name")!, "latin1").toString("utf8")).toBe(house.school.channel.title);

  const master = await (await at.get(`/live/${slug}/index.m3u8`)).text();
  const [, rendition] = /^(audio\.m3u8\?player=\S+)$/m.exec(master)!;
  const playlist = await (await at.get(`/live/${slug}/${rendition}`)).text();
  const [, piece] = /^(\S+\.m4s)$/m.exec(playlist)!;
  const paths = [mount, ...["index.m3u8", rendition, piece].map((name) => `/live/${slug}/${name}`)];
  for (const path of [...paths, `/api/channels/${slug}/live`]) {
    expect((await fetch(`${base}${path}`)).status, path).toBe(404);
    const stranger = await fetch(`${base}${path.replace(slug, "nowhere")}`);
    expect(stranger.status).toBe(404);
  }
  const mine = await at.get(paths.at(-1)!);
  expect([mine.status, mine.headers.get("cache-control")]).toEqual([200, "no-store"]);
  await house.store.channels.change(house.school.channel.id, { visibility: "public" });
  const anyone = await fetch(`${base}${paths.at(-1)!}`);
  expect([anyone.status, anyone.headers.get("cache-control")]).toEqual([200, "public, max-age=60, immutable"]);
  expect(house.bugs).toEqual([]);
});

test("a page of the school listens without a seat and without a microphone, and is counted as long as it does", async () => {
  await using at = await openLiveHouse({ delaySeconds: 0, cutSeconds: 3 });
  const { house, slug } = at;
  using page = await house.connectAs(1);
  const { showId } = house;
  expect(await page.ask("listen", { showId })).toEqual({ ok: false, error: "live.off" });
  await at.goOnAir();
  const listeners = async () =>
    ((await (await at.get(`/api/channels/${slug}/live`)).json()) as { listeners: unknown }).listeners;
  const { routerRtpCapabilities, id } = await page.must("listen", { showId });
  expect(id).not.toBe("");
  const heard = await page.must("startListening", { rtpCapabilities: routerRtpCapabilities });
  expect(heard.producerId).toBe(await house.studios.airwaves.findShow(showId)!.listening.producer());
  expect(await listeners()).toBe("few");
  expect(at.studio.snapshot().strips).toHaveLength(2);
  await page.must("stopListening", {});
  expect(await listeners()).toBe(0);
  expect(house.bugs).toEqual([]);
});
