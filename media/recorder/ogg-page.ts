import { oggCrc } from "./ogg-crc.ts";

/** One Ogg page of whole packets (RFC 3533). */
export type OggPage = {
  serial: number;
  /** Counts the pages of the file from 0. */
  number: number;
  /** For Opus: samples at 48 kHz up to the end of the page's last packet, pre-skip included (RFC 7845). */
  granule: number;
  isFirst?: boolean;
  isLast?: boolean;
  packets: readonly Uint8Array[];
};

const headerBytes = 27;

/** Entries that a packet takes in a page's table; a page has 255. */
export const lacingOf = (packet: Uint8Array): number => Math.floor(packet.length / 255) + 1;

/** The bytes of a page, with its checksum. */
export function formatOggPage({ serial, number, granule, isFirst = false, isLast = false, packets }: OggPage): Buffer {
  const lacing = packets.flatMap((packet) => [...Array<number>(lacingOf(packet) - 1).fill(255), packet.length % 255]);
  const header = Buffer.alloc(headerBytes);
  header.write("OggS", 0, "latin1");
  header.writeUInt8((isFirst ? 2 : 0) | (isLast ? 4 : 0), 5);
  header.writeBigUInt64LE(BigInt(granule), 6);
  header.writeUInt32LE(serial, 14);
  header.writeUInt32LE(number, 18);
  header.writeUInt8(lacing.length, 26);
  return sealed(Buffer.concat([header, Buffer.from(lacing), ...packets]));
}

/** What stands in the header of a page that begins at `at`; `undefined` when there is none, or not all of it. */
export function parseOggPage(file: Buffer, at: number): { end: number; granule: number; isLast: boolean } | undefined {
  if (at + headerBytes > file.length || file.toString("latin1", at, at + 4) !== "OggS") return undefined;
  const table = file.subarray(at + headerBytes, at + headerBytes + file.readUInt8(at + 26));
  const end = at + headerBytes + file.readUInt8(at + 26) + table.reduce((sum, bytes) => sum + bytes, 0);
  if (end > file.length) return undefined;
  return { end, granule: Number(file.readBigInt64LE(at + 6)), isLast: (file.readUInt8(at + 5) & 4) !== 0 };
}

/** Whether a whole page has the checksum it was written with. */
export function isIntact(page: Buffer): boolean {
  return sealed(Buffer.from(page)).readUInt32LE(22) === page.readUInt32LE(22);
}

/** A page as the last of its file. */
export function asLastPage(page: Buffer): Buffer {
  const last = Buffer.from(page);
  last.writeUInt8(last.readUInt8(5) | 4, 5);
  return sealed(last);
}

function sealed(page: Buffer): Buffer {
  page.writeUInt32LE(0, 22);
  page.writeUInt32LE(oggCrc(page), 22);
  return page;
}
