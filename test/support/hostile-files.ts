import { crc32, deflateRawSync, deflateSync, gzipSync } from "node:zlib";

const bomb = Buffer.alloc(300_000_000);

/** A ZIP whose only entry grows to 300 MB; named so that whoever looks for an office document has to open it. */
export function zipBomb(name = "[Content_Types].xml"): Buffer {
  const packed = deflateRawSync(bomb);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(crc32(bomb), 14);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(bomb.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), packed]);
}

/** The same with the directory that a ZIP ends with; `says` is how long the entry is said to be. */
export function withDirectory(zip: Buffer, says = zip.readUInt32LE(22)): Buffer {
  const nameLength = zip.readUInt16LE(26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  zip.copy(entry, 6, 4, 28);
  entry.writeUInt32LE(says, 24);
  entry.writeUInt16LE(nameLength, 28);
  const directory = Buffer.concat([entry, zip.subarray(30, 30 + nameLength)]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(zip.length, 16);
  return Buffer.concat([zip, directory, end]);
}

/** The same as gzip. */
export const gzipBomb = (): Buffer => gzipSync(bomb);

/** An XML document in which ten lines stand for a thousand million. */
export const xmlBomb = (): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, index) => {
      const [name, former] = ["bcdefghij"[index]!, "abcdefghi"[index]!];
      return `<!ENTITY ${name} "${`&${former};`.repeat(10)}">`;
    }).join("")}]><svg xmlns="http://www.w3.org/2000/svg">&j;</svg>`,
  );

const box = (name: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(name, 4, "latin1");
  return Buffer.concat([head, body]);
};

/** An M4A, as ffmpeg writes it, whose sound is said to lie at another address. */
export function withRemoteSound(m4a: Buffer, address: string): Buffer {
  const url = box("url ", Buffer.alloc(4), Buffer.from(`${address}\0`));
  const replaced = box("dref", Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), url);
  const rewrite = (bytes: Buffer): Buffer => {
    const boxes: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at)) {
      const name = bytes.toString("latin1", at + 4, at + 8);
      const whole = bytes.subarray(at, at + bytes.readUInt32BE(at));
      if (name === "dref") boxes.push(replaced);
      else if (["moov", "trak", "mdia", "minf", "dinf"].includes(name))
        boxes.push(box(name, rewrite(whole.subarray(8))));
      else boxes.push(whole);
    }
    return Buffer.concat(boxes);
  };
  return rewrite(m4a);
}

/** An ID3v2 head with a compressed frame that says it grows to 200 MB, and does. */
export function tagBomb(): Buffer {
  const grown = Buffer.alloc(200_000_000);
  const packed = deflateSync(grown);
  const frame = Buffer.alloc(14);
  frame.write("TXXX", 0, "latin1");
  frame.writeUInt32BE(packed.length + 4, 4);
  frame.writeUInt8(0x80, 9);
  frame.writeUInt32BE(grown.length, 10);
  const size = frame.length + packed.length;
  const sevens = [21, 14, 7, 0].map((shift) => (size >> shift) & 127);
  return Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, ...sevens]), frame, packed]);
}

/** The head of an interlaced PNG of so many pixels a side, with sixteen bits for each of four values, and hardly anything behind it. */
export function hugePng(side: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([16, 6, 0, 0, 1], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const data = chunk("IDAT", deflateSync(Buffer.alloc(1_000)));
  return Buffer.concat([signature, chunk("IHDR", head), data, chunk("IEND", Buffer.alloc(0))]);
}
