import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, test } from "vitest";
import { openHttpServer } from "../../server/open-http-server.ts";

const patience = { headersMs: 300, requestMs: 600, smallRequestMs: 500, idleMs: 400, keepAliveMs: 200 };

async function openHasty(over: Partial<typeof patience> = {}) {
  const given = { ...patience, ...over };
  const http = await openHttpServer({ host: "127.0.0.1", port: 0, certificate: undefined, patience: given });
  http.answerWith(async (request) => new Response(await request.text()));
  const knock = async (first: string) => {
    const socket = connect(http.port, "127.0.0.1");
    await once(socket, "connect");
    socket.on("error", () => undefined).resume();
    socket.write(first);
    return socket;
  };
  return { knock, url: `http://127.0.0.1:${http.port}/`, [Symbol.asyncDispose]: () => http[Symbol.asyncDispose]() };
}

// However it ends: a line that is cut off while letters are on their way is an error to whoever wrote them.
const ended = (socket: Socket) => new Promise((resolve) => socket.once("close", resolve));

/** Writes a few letters again and again, as somebody who wants to hold the line, until the line is gone. */
async function dribble(socket: Socket, letters: string) {
  const drip = setInterval(() => socket.write(letters), 50);
  await ended(socket);
  clearInterval(drip);
}

test("whoever never comes to the end of a request's headers is cut off, and others are answered meanwhile", async () => {
  await using hasty = await openHasty();
  const slow = await Promise.all(
    Array.from({ length: 200 }, () => hasty.knock("GET / HTTP/1.1\r\nHost: antenne.test\r\n")),
  );
  const gone = slow.map((socket) => dribble(socket, "X-More: 1\r\n"));
  expect((await fetch(hasty.url)).status).toBe(200);
  await Promise.all(gone);
});

test("whoever dribbles a body is cut off when its time is over", async () => {
  await using hasty = await openHasty();
  const socket = await hasty.knock("POST / HTTP/1.1\r\nHost: antenne.test\r\nContent-Length: 9000\r\n\r\n");
  await dribble(socket, "x");
});

test("whoever dribbles a body as small as a page's is not given the time of a file", async () => {
  await using hasty = await openHasty({ requestMs: 3_600_000 });
  const plain = await hasty.knock("POST / HTTP/1.1\r\nHost: antenne.test\r\nContent-Length: 9000\r\n\r\n");
  const chunked = await hasty.knock("POST / HTTP/1.1\r\nHost: antenne.test\r\nTransfer-Encoding: chunked\r\n\r\n");
  await Promise.all([dribble(plain, "x"), dribble(chunked, "1\r\nx\r\n")]);
});

test("whoever connects and says nothing, or stops in the middle, is cut off", async () => {
  await using hasty = await openHasty();
  const socket = await hasty.knock("");
  const halfway = await hasty.knock("POST / HTTP/1.1\r\nHost: antenne.test\r\nContent-Length: 9000\r\n\r\nhalf");
  await Promise.all([ended(socket), ended(halfway)]);
});
