import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { openHttpServer } from "../../server/open-http-server.ts";

test("visitors who never end their request keep nobody else waiting", async () => {
  await using http = await openHttpServer({ host: "127.0.0.1", port: 0, certificate: undefined });
  http.answerWith(() => new Response("on air"));
  const slow = Array.from({ length: 500 }, () => connect(http.port, "127.0.0.1"));
  await Promise.all(slow.map((socket) => once(socket, "connect")));
  for (const socket of slow)
    socket.on("error", () => undefined).write("GET / HTTP/1.1\r\nHost: antenne.test\r\nX-Slow: ");
  const since = performance.now();
  const answer = await fetch(`http://127.0.0.1:${http.port}/`);
  expect([answer.status, await answer.text()]).toEqual([200, "on air"]);
  expect(performance.now() - since).toBeLessThan(1_000);
  // Node ends them by itself.
  expect(http.server.headersTimeout).toBeLessThanOrEqual(60_000);
  for (const socket of slow) socket.destroy();
});
