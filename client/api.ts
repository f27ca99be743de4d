import type { z } from "zod";
import type { Cart, CartChange } from "../schemas/carts.ts";
import type { Channel, ChannelChange, NewChannel } from "../schemas/channels.ts";
import type { Episode, EpisodeChange } from "../schemas/episodes.ts";
import type { ErrorCode } from "../schemas/errors.ts";
import type { CartId, ChannelId, ClassroomId, EpisodeId, JobId, PupilId, ShowId } from "../schemas/ids.ts";
import type { Job } from "../schemas/jobs.ts";
import type { Classroom, NewClassroom, NewPupil, Pupil, School, Session, Setup } from "../schemas/people.ts";
import type { NewShow, Show, ShowChange } from "../schemas/shows.ts";

/** A refusal of the server, or a network that does not answer; its sentences are in the dictionaries. */
export class ApiError extends Error {
  override name = "ApiError";
  readonly code: ErrorCode | "network.lost";
  /** Seconds to wait before the next try, when the server says so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode | "network.lost", retryAfterSeconds?: number) {
    super(code);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const isRefusal = (body: unknown): body is { error: ErrorCode } =>
  typeof body === "object" && body !== null && "error" in body && typeof body.error === "string";

/** What an answer that is not a success means. */
export function refusalOf(status: number, body: unknown, retryAfter: string | null): ApiError {
  const seconds = Number(retryAfter ?? Number.NaN);
  const code = isRefusal(body) ? body.error : status === 413 ? "request.too_large" : "server.failed";
  return new ApiError(code, Number.isFinite(seconds) ? seconds : undefined);
}

type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** Asks the server; resolves to the parsed body, rejects with an {@link ApiError} and nothing else. */
export async function request<Body>(method: Method, path: string, sent?: unknown): Promise<Body> {
  const answer = await fetch(`/api${path}`, {
    method,
    headers: sent === undefined ? {} : { "content-type": "application/json" },
    body: sent === undefined ? null : JSON.stringify(sent),
  }).catch(() => {
    throw new ApiError("network.lost");
  });
  const body: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok) throw refusalOf(answer.status, body, answer.headers.get("retry-after"));
  return body as Body;
}

export type UploadOptions = { onProgress: (share: number) => void; signal: AbortSignal };

/** Sends a form with files, telling how much has gone up. Aborting rejects with an `AbortError`. */
export function upload<Body>(method: "POST" | "PUT", path: string, form: FormData, options: UploadOptions): Promise<Body> {
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

export type ClassDoor = { classroom: Pick<Classroom, "id" | "name">; school: School; pupils: Pupil[] };
export type ClassroomPage = { classroom: Classroom; pupils: Pupil[]; channels: Channel[] };
export type ChannelPage = {
  channel: Channel;
  school: Pick<School, "name" | "city">;
  classroomName: string;
  liveShow: Show | null;
  nextShow: Show | null;
  episodes: Episode[];
};
/** A channel that everybody may find. */
export type PublicChannel = { channel: Channel; school: Pick<School, "name" | "city">; classroomName: string };
/** A show of a classroom with the channel it goes out on. */
export type ClassShow = { show: Show; channel: Channel };
export type ShowPage = { show: Show; channel: Channel; episode: Episode | null };

type Nouns = {
  classroom: Classroom;
  classrooms: Classroom[];
  pupil: Pupil;
  channel: Channel;
  channels: PublicChannel[];
  show: Show;
  shows: ClassShow[];
  cart: Cart;
  carts: Cart[];
  episode: Episode;
  episodes: Episode[];
  job: Job;
};

const at = (noun: string, id: string, rest = "") => `/${noun}/${encodeURIComponent(id)}${rest}`;

// Answers name what they hold: `{ "show": … }`.
async function take<Noun extends keyof Nouns>(noun: Noun, method: Method, path: string, sent?: unknown) {
  return (await request<Pick<Nouns, Noun>>(method, path, sent))[noun];
}

/** Every question that a page asks of the server, by noun. */
export const api = {
  setup: {
    read: () => request<{ isNeeded: boolean }>("GET", "/setup"),
    complete: (setup: Setup) => request<Session>("POST", "/setup", setup),
  },
  session: {
    read: () => request<Session>("GET", "/sessions/current"),
    open: (credentials: { email: string; password: string }) => request<Session>("POST", "/sessions", credentials),
    openForPupil: (entry: { code: string; pupilId: PupilId }) => request<Session>("POST", "/pupil-sessions", entry),
    close: () => request<unknown>("DELETE", "/sessions/current"),
  },
  classrooms: {
    openDoor: (code: string) => request<ClassDoor>("GET", at("class-codes", code)),
    list: () => take("classrooms", "GET", "/classrooms"),
    create: (classroom: z.infer<typeof NewClassroom>) => take("classroom", "POST", "/classrooms", classroom),
    read: (id: ClassroomId) => request<ClassroomPage>("GET", at("classrooms", id)),
    renewCode: (id: ClassroomId) => take("classroom", "POST", at("classrooms", id, "/class-codes")),
    addPupil: (id: ClassroomId, pupil: NewPupil) => take("pupil", "POST", at("classrooms", id, "/pupils"), pupil),
    listShows: (id: ClassroomId) => take("shows", "GET", at("classrooms", id, "/shows")),
    listCarts: (id: ClassroomId) => take("carts", "GET", at("classrooms", id, "/carts")),
  },
  pupils: {
    change: (id: PupilId, change: Partial<NewPupil>) => take("pupil", "PATCH", at("pupils", id), change),
    remove: (id: PupilId) => request<unknown>("DELETE", at("pupils", id)),
  },
  channels: {
    listPublic: () => take("channels", "GET", "/channels"),
    open: (slug: string) => request<ChannelPage>("GET", at("channels", slug)),
    create: (id: ClassroomId, channel: NewChannel) => take("channel", "POST", at("classrooms", id, "/channels"), channel),
    change: (id: ChannelId, change: ChannelChange) => take("channel", "PATCH", at("channels", id), change),
    sendCover: async (id: ChannelId, form: FormData, options: UploadOptions) =>
      (await upload<Pick<Nouns, "channel">>("PUT", at("channels", id, "/cover"), form, options)).channel,
    removeCover: (id: ChannelId) => take("channel", "DELETE", at("channels", id, "/cover")),
    listAllEpisodes: (id: ChannelId) => take("episodes", "GET", at("channels", id, "/all-episodes")),
    addShow: (id: ChannelId, show: NewShow) => take("show", "POST", at("channels", id, "/shows"), show),
  },
  shows: {
    read: (id: ShowId) => request<ShowPage>("GET", at("shows", id)),
    change: (id: ShowId, change: z.infer<typeof ShowChange>) => take("show", "PATCH", at("shows", id), change),
    remove: (id: ShowId) => request<unknown>("DELETE", at("shows", id)),
  },
  carts: {
    add: async (id: ClassroomId, form: FormData, options: UploadOptions) =>
      (await upload<Pick<Nouns, "cart">>("POST", at("classrooms", id, "/carts"), form, options)).cart,
    change: (id: CartId, change: z.infer<typeof CartChange>) => take("cart", "PATCH", at("carts", id), change),
    remove: (id: CartId) => request<unknown>("DELETE", at("carts", id)),
    soundUrl: (id: CartId) => `/api${at("carts", id, "/sound")}`,
  },
  episodes: {
    read: (id: EpisodeId) => take("episode", "GET", at("episodes", id)),
    change: (id: EpisodeId, change: EpisodeChange) => take("episode", "PATCH", at("episodes", id), change),
    publish: (id: EpisodeId) => take("episode", "PUT", at("episodes", id, "/publication")),
    unpublish: (id: EpisodeId) => take("episode", "DELETE", at("episodes", id, "/publication")),
  },
  jobs: {
    read: (id: JobId) => take("job", "GET", at("jobs", id)),
    cancel: (id: JobId) => request<unknown>("DELETE", at("jobs", id)),
    retry: (id: JobId) => request<unknown>("POST", at("jobs", id, "/retries")),
  },
};
