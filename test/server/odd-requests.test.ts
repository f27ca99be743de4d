import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { openHttpServer } from "../../server/open-http-server.ts";

test("an address that holds a name and a password is nobody's page, and breaks nothing", async () => {
  await using http = await openHttpServer({ host: "127.0.0.1", port: 0, certificate: undefined });
  http.answerWith(async (request) => new Response(`heard ${await request.text()}`));
  const ask = async (address: string) => {
    const socket = connect(http.port, "127.0.0.1");
    await once(socket, "connect");
    socket.write(`GET ${address} HTTP/1.1\r\nHost: antenne.test\r\nConnection: close\r\n\r\n`);
    return text(socket);
  };
  for (const address of ["http://awa:secret@antenne.test/", "HTTP://awa@antenne.test/x?y"]) {
    const answer = await ask(address);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain("secret");
  }
  expect(await ask("http://antenne.test/a@b")).toMatch(/^HTTP\/1\.1 200 /);
});
