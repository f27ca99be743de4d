/** Where pages put what is to be heard without a network (client/audio/kept-episodes.ts). */
const keptPlace = "antenne.kept";

/** Files of an episode, which may be kept here. */
export const canBeKept = (path: string): boolean => /^\/media\/(episodes|transcripts)\//.test(path);

/** Bytes of a file that a player asks for, as RFC 9110 wants them told: players find their way in a sound by parts. */
export async function partOf(whole: Response, range: string | null): Promise<Response> {
  const body = await whole.blob();
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  if (from === "" && to === "") return new Response(body, { headers: headersOf(body, body.size) });
  const first = from === "" ? Math.max(0, body.size - Number(to)) : Number(from);
  const last = from === "" || to === "" ? body.size - 1 : Math.min(Number(to), body.size - 1);
  if (first > last) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${body.size}` } });
  const headers = { ...headersOf(body, last - first + 1), "Content-Range": `bytes ${first}-${last}/${body.size}` };
  return new Response(body.slice(first, last + 1, body.type), { status: 206, headers });
}

const headersOf = ({ type }: Blob, length: number) => ({
  ...{ "Content-Type": type, "Content-Length": String(length), "Accept-Ranges": "bytes" },
});

/** What is kept of an episode, else what the station answers. */
export async function fromKept(request: Request): Promise<Response> {
  const found = await caches.match(new URL(request.url).pathname, { cacheName: keptPlace });
  return found === undefined ? await fetch(request) : await partOf(found, request.headers.get("range"));
}
