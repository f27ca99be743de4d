import type { ClientResponse } from "hono/client";
import type { ErrorCode } from "../../schemas/errors.ts";

/** A refusal of the server, or a network that does not answer; its sentences are in the dictionaries. */
export class ApiError extends Error {
  override name = "ApiError";
  readonly code: ErrorCode | "network.lost";
  /** Seconds to wait before the next try, when the server says so. */
  readonly retryAfterSeconds: number | undefined;

  /** Whom it concerns, where staff may be told. */
  readonly names: readonly string[];

  constructor(code: ErrorCode | "network.lost", retryAfterSeconds?: number, names: readonly string[] = []) {
    super(code);
    this.code = code;
    this.names = names;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const isRefusal = (body: unknown): body is { error: ErrorCode; names?: readonly string[] } =>
  typeof body === "object" && body !== null && "error" in body && typeof body.error === "string";

/** What an answer that is not a success means. */
export function refusalOf(status: number, body: unknown, retryAfter: string | null): ApiError {
  const seconds = Number(retryAfter ?? Number.NaN);
  const code = isRefusal(body) ? body.error : status === 413 ? "request.too_large" : "server.failed";
  const names = isRefusal(body) ? body.names : undefined;
  return new ApiError(code, Number.isFinite(seconds) ? seconds : undefined, names);
}

/** Waits for an answer; resolves to its body, rejects with an {@link ApiError} and nothing else. */
export async function take<Body>(asked: Promise<ClientResponse<Body, number, "json" | "body">>): Promise<Body> {
  const answer = await asked.catch(() => {
    throw new ApiError("network.lost");
  });
  const body: unknown = answer.status === 204 ? null : await answer.json().catch(() => undefined);
  if (!answer.ok) throw refusalOf(answer.status, body, answer.headers.get("retry-after"));
  return body as Body;
}

export type UploadOptions = { onProgress: (share: number) => void; signal: AbortSignal };

/** Sends a form with files, telling how much has gone up. Aborting rejects with an `AbortError`. */
export function upload<Body>(
  method: "POST" | "PUT",
  path: string,
  form: FormData,
  options: UploadOptions,
): Promise<Body> {
  const { promise, resolve, reject } = Promise.withResolvers<Body>();
  const sending = new XMLHttpRequest();
  sending.open(method, `/api${path}`);
  sending.responseType = "json";
  sending.upload.onprogress = (event) => options.onProgress(event.total > 0 ? event.loaded / event.total : 0);
  sending.onerror = () => reject(new ApiError("network.lost"));
  sending.onabort = () => reject(new DOMException("The upload was stopped.", "AbortError"));
  sending.onload = () => {
    if (sending.status < 300) resolve(sending.response as Body);
    else reject(refusalOf(sending.status, sending.response, sending.getResponseHeader("retry-after")));
  };
  options.signal.addEventListener("abort", () => sending.abort(), { once: true });
  sending.send(form);
  return promise;
}
