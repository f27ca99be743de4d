import fc from "fast-check";

/** What lies at an address, as it was put there. */
export type Known = {
  bytes: Buffer;
  /** As the first answer told them: what a client that has it says. */
  etag: string;
  lastModified: string;
  mimeType: string;
  /** Whether parts of it may be asked for. */
  isSeekable: boolean;
  isForEverybody: boolean;
};

/** A request as a client may send it; whatever is undefined is left out. */
export type Asked = {
  method: "GET" | "HEAD";
  range: string | undefined;
  ifRange: string | undefined;
  ifNoneMatch: string | undefined;
  ifModifiedSince: string | undefined;
};

/** What RFC 9110 wants of the answer. */
export type Wanted = { status: number; body: Buffer; contentRange: string | null };

const empty = Buffer.alloc(0);

// 8.8.3.2: two tags are weakly equal when they are so without their `W/`.
const opaque = (tag: string) => tag.trim().replace(/^W\//, "");

function hasAlready(known: Known, { ifNoneMatch, ifModifiedSince }: Asked): boolean {
  // 13.1.3: a date counts only where there is no tag, and one that cannot be read counts for nothing.
  if (ifNoneMatch === undefined) return Date.parse(known.lastModified) <= Date.parse(ifModifiedSince ?? "never");
  return ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((tag) => opaque(tag) === opaque(known.etag));
}

/** First and last byte of the one range that is asked for; `undefined` where the whole is the answer, `outside` where there is no such part. */
function partOf(range: string, size: number): [number, number] | "outside" | undefined {
  const unit = /^bytes=/i.exec(range);
  if (unit === null) return undefined;
  const specs = range.slice(unit[0].length).split(",");
  // 14.2: a server may ignore a Range header, as this one does with several at once.
  if (specs.length !== 1) return undefined;
  const spec = specs[0]!.trim();
  const suffix = /^-\s*(\d+)$/.exec(spec);
  if (suffix !== null) return Number(suffix[1]) === 0 ? "outside" : [Math.max(0, size - Number(suffix[1])), size - 1];
  const bounds = /^(\d+)\s*-\s*(\d*)$/.exec(spec);
  if (bounds === null) return undefined;
  const first = Number(bounds[1]);
  if (bounds[2] !== "" && Number(bounds[2]) < first) return undefined;
  if (first >= size) return "outside";
  return [first, bounds[2] === "" ? size - 1 : Math.min(Number(bounds[2]), size - 1)];
}

/** The answer that a request for something known must get. Knows nothing of the server but what it may choose: one range at a time, none for documents. */
export function wantedOf(known: Known, asked: Asked): Wanted {
  const { bytes, isSeekable } = known;
  if (hasAlready(known, asked)) return { status: 304, body: empty, contentRange: null };
  const whole = { status: 200, body: asked.method === "HEAD" ? empty : bytes, contentRange: null };
  if (!isSeekable || asked.method === "HEAD" || asked.range === undefined) return whole;
  // 13.1.5: a tag must be strong and the same, a date the very one.
  const isSame = asked.ifRange === undefined || [known.etag, known.lastModified].includes(asked.ifRange);
  const part = isSame ? partOf(asked.range, bytes.length) : undefined;
  if (part === undefined) return whole;
  if (part === "outside") return { status: 416, body: empty, contentRange: `bytes */${bytes.length}` };
  const [first, last] = part;
  const contentRange = `bytes ${first}-${last}/${bytes.length}`;
  return { status: 206, body: bytes.subarray(first, last + 1), contentRange };
}

const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });

/** Requests for something: sensible ones, hasty ones, and nonsense. */
export function requestsFor({ bytes, etag, lastModified }: Known): fc.Arbitrary<Asked> {
  const place = fc.oneof(fc.nat(bytes.length + 10), fc.constantFrom(0, 1, bytes.length - 1, bytes.length, 99_999_999));
  const range = fc.oneof(
    fc.tuple(place, place).map(([one, other]) => `bytes=${one}-${other}`),
    place.map((one) => `bytes=${one}-`),
    place.map((one) => `bytes=-${one}`),
    fc.tuple(place, place).map(([one, other]) => `bytes=0-${one},${other}-`),
    fc.constantFrom(
      "bytes=",
      "bytes=-",
      "bytes=a-b",
      "lines=1-2",
      "bytes=1-2-3",
      "bytes=--1",
      "Bytes=0-0",
      "bytes= 1-2",
    ),
  );
  const tag = fc.constantFrom(etag, `W/${opaque(etag)}`, '"another"', `"another", ${etag}`, "*", opaque(etag), "");
  const moment = Date.parse(lastModified);
  const date = fc.constantFrom(
    ...[
      lastModified,
      "yesterday",
      "",
      new Date(moment - 1_000).toUTCString(),
      new Date(moment + 86_400_000).toUTCString(),
    ],
  );
  return fc.record({
    method: fc.constantFrom("GET", "GET", "GET", "HEAD"),
    range: sometimes(range),
    ifRange: sometimes(fc.oneof(tag, date)),
    ifNoneMatch: sometimes(tag),
    ifModifiedSince: sometimes(date),
  });
}
