import { expect, test, vi } from "vitest";
import { openLiveHouse } from "../../support/live-house.ts";

const telephone = "Mozilla/5.0 (Linux; Android 13; Pixel) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36";

test("who listens live for a minute is counted once, by player or radio; robots and who only looks in are not", async () => {
  await using at = await openLiveHouse({ delaySeconds: 0, cutSeconds: 3 });
  const { house, base, slug, cookie, listenerClock, listenerCount } = at;
  await at.goOnAir();
  const ask = (name: string, userAgent: string, signal?: AbortSignal) =>
    fetch(`${base}/live/${slug}${name}`, {
      headers: { ...cookie, "user-agent": userAgent },
      ...(signal && { signal }),
    });
  const radio = new AbortController();
  const stream = await ask(".mp3", "Roberts Radio/2.1", radio.signal);
  const robot = await ask(".mp3", "curl/8.0", radio.signal);
  expect([stream.status, robot.status]).toEqual([200, 200]);
  await (await ask("/audio.m3u8?player=two", "Mozilla/5.0 (X11; Linux) Firefox/120.0")).text();
  for (let turn = 0; turn < 10; turn++) {
    await (await ask("/audio.m3u8?player=one", telephone)).text();
    listenerClock.advance(10_000);
  }
  await listenerCount.keep();
  const { classroom } = house.school;
  expect(await house.store.listenings.ofShowsIn(classroom.id)).toMatchObject([{ showId: house.showId, count: 2 }]);
  const minutes = await house.store.listenings.minutesIn(classroom.id);
  expect(minutes.length).toBeGreaterThanOrEqual(2);
  expect(minutes[0]?.listeners).toBeGreaterThanOrEqual(3);

  radio.abort();
  await vi.waitFor(() => expect(at.studio.snapshot().air.listeners).toBeLessThan(3));
});
