import { expect, test } from "vitest";
import { readDatagram } from "../../../media/rtp/voice-packet.ts";

const source = { ssrc: 7, payloadType: 100 };
// A CELT packet of 20 ms that says silence.
const silence = [0xf8, 0xff, 0xfe];

function datagram({ ssrc = 7, payloadType = 100, payload = silence } = {}): Buffer {
  const header = Buffer.alloc(12);
  header[0] = 0x80;
  header[1] = payloadType;
  header.writeUInt16BE(65_535, 2);
  header.writeUInt32BE(4_294_967_295, 4);
  header.writeUInt32BE(ssrc, 8);
  return Buffer.concat([header, Buffer.from(payload)]);
}

test("a voice's packet tells its place on the sender's timeline and its length", () => {
  const packet = readDatagram(datagram(), source);
  expect(packet).toMatchObject({ sequence: 65_535, timestamp: 4_294_967_295, frames: 960 });
});

test("another voice, another payload type, a broken packet and noise are forged; RTCP is told apart", () => {
  expect(readDatagram(datagram({ ssrc: 8 }), source)).toBe("forged");
  expect(readDatagram(datagram({ payloadType: 101 }), source)).toBe("forged");
  expect(readDatagram(datagram({ payload: [] }), source)).toBe("forged");
  expect(readDatagram(datagram({ payload: Array<number>(8_001).fill(0xf8) }), source)).toBe("forged");
  expect(readDatagram(Buffer.from("GET / HTTP/1.1"), source)).toBe("forged");
  expect(readDatagram(Buffer.from([0x80, 200, 0, 6]), source)).toBe("rtcp");
});
