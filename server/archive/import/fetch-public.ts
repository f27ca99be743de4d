import { lookup as lookUp, type LookupAddress } from "node:dns";
import { request as requestHttp, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { Refusal } from "../../errors.ts";
import { isPublicAddress } from "./public-address.ts";

/** How far a fetch may go. */
export type FetchLimits = {
  /** A longer body is `podcast_import.too_large`. */
  maxBytes: number;
  /** For all of it, with its redirects. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
};

/** What an address holds: its body as it comes, and where it was in the end. */
export type Fetched = { body: AsyncIterable<Buffer>; url: string };

/** Fetches from the Internet. Throws `podcast_import.address_refused`, `podcast_import.unreachable`, `podcast_import.too_large`. */
export type Fetch = (url: string, limits: FetchLimits) => Promise<Fetched>;

const mostRedirects = 5;
const silenceMs = 30_000;
const redirects = new Set([301, 302, 303, 307, 308]);

/** Makes the station's one way out for imports: HTTP and HTTPS, and to public addresses only unless `mayBePrivate`. */
export function makeFetchPublic({ mayBePrivate }: { mayBePrivate: boolean }): Fetch {
  const isAllowed = (address: string) => mayBePrivate || isPublicAddress(address);

  // Each connection looks its host up here and goes where this says: a name that changes its answer between two questions gains nothing.
  const lookup: LookupFunction = (host, options, callback) => {
    lookUp(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const allowed = error === null ? found.filter(({ address }) => isAllowed(address)) : [];
      const first = allowed[0];
      if (first === undefined) callback(error ?? new Refusal("podcast_import.address_refused"), "", 4);
      else if (options.all === true) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };

  function check(text: string, base?: string): URL {
    const url = URL.parse(text, base);
    if (url === null || !["http:", "https:"].includes(url.protocol) || url.username !== "" || url.password !== "")
      throw new Refusal("podcast_import.address_refused");
    const host = url.hostname.replace(/^\[|\]$/g, "");
    if (isIP(host) !== 0 && !isAllowed(host)) throw new Refusal("podcast_import.address_refused");
    return url;
  }

  function ask(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const options: RequestOptions & { lookup: LookupFunction } = {
      // A connection that is kept would be for another host's address.
      ...{ agent: false, lookup, signal, timeout: silenceMs },
      headers: { accept: "*/*", "accept-encoding": "identity", "user-agent": "Antenne (podcast import)" },
    };
    const asked = (url.protocol === "https:" ? requestHttps : requestHttp)(url, options);
    asked.on("timeout", () => asked.destroy(new Refusal("podcast_import.unreachable")));
    asked.on("response", resolve).on("error", reject).end();
    return promise;
  }

  async function follow(text: string, signal: AbortSignal) {
    let url = check(text);
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      const answer = await ask(url, signal);
      const { statusCode = 0, headers } = answer;
      if (statusCode === 200) return { answer, url };
      answer.destroy();
      if (!redirects.has(statusCode) || headers.location === undefined) break;
      url = check(headers.location, url.href);
    }
    throw new Refusal("podcast_import.unreachable");
  }

  return async (text, { maxBytes, timeoutMs, signal }) => {
    const patience = AbortSignal.timeout(timeoutMs);
    const stopped = signal === undefined ? patience : AbortSignal.any([signal, patience]);
    const explain = (error: unknown): never => {
      signal?.throwIfAborted();
      throw error instanceof Refusal ? error : new Refusal("podcast_import.unreachable", { cause: error });
    };
    const { answer, url } = await follow(text, stopped).catch(explain);
    if (Number(answer.headers["content-length"] ?? 0) > maxBytes) {
      answer.destroy();
      throw new Refusal("podcast_import.too_large");
    }
    return { url: url.href, body: limited(answer, maxBytes, explain) };
  };
}

async function* limited(answer: IncomingMessage, maxBytes: number, explain: (error: unknown) => never) {
  let bytes = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new Refusal("podcast_import.too_large");
      yield chunk;
    }
    // A connection that broke off looks like an end otherwise.
    if (!answer.complete) throw new Refusal("podcast_import.unreachable");
  } catch (error) {
    explain(error);
  } finally {
    answer.destroy();
  }
}
