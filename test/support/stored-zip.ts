const central = Buffer.from("PK\u0001\u0002", "latin1");

/** The files of a ZIP that stores them as they are, by name, read from its directory as an unpacker does (APPNOTE 4.3.12). */
export function filesOfZip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = zip.indexOf(central); at >= 0; at = zip.indexOf(central, at + 46)) {
    const [size, nameLength, header] = [
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    const begin = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    files.set(zip.toString("utf8", at + 46, at + 46 + nameLength), zip.subarray(begin, begin + size));
  }
  return files;
}
