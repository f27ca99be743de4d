import type { PupilId } from "../../schemas/ids.ts";

/** What carries a request: the network's `fetch`, or an app's own `request`. */
type Carry = (url: string, init: RequestInit) => Response | Promise<Response>;

/** A browser without pages: keeps its cookie, says where its requests come from. */
export class ApiClient {
  readonly #carry: Carry;
  readonly #origin: string;
  cookie: string | undefined;

  constructor(origin: string, carry: Carry = fetch) {
    this.#origin = origin;
    this.#carry = carry;
  }

  /** Sends anything; `headers` win over what a browser would send. */
  async send(method: string, path: string, body?: BodyInit | null, headers: Record<string, string> = {}) {
    const cookie: Record<string, string> = this.cookie === undefined ? {} : { cookie: this.cookie };
    const own = { origin: this.#origin, ...cookie, ...headers };
    const response = await this.#carry(`${this.#origin}${path}`, { method, headers: own, body: body ?? null });
    const set = response.headers.getSetCookie()[0]?.split(";")[0];
    if (set !== undefined) this.cookie = set.endsWith("=") ? undefined : set;
    return response;
  }

  #json(method: string, path: string, body: unknown) {
    return this.send(method, path, JSON.stringify(body), { "content-type": "application/json" });
  }

  get = (path: string) => this.send("GET", path);
  post = (path: string, body: unknown = {}) => this.#json("POST", path, body);
  patch = (path: string, body: unknown) => this.#json("PATCH", path, body);
  put = (path: string, body: unknown = {}) => this.#json("PUT", path, body);
  delete = (path: string) => this.send("DELETE", path);

  /** A form with a file, as the cart and cover pages send it. */
  upload(method: "POST" | "PUT", path: string, file: Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", new Blob([file]), "Prénom Nom.mp3");
    return this.send(method, path, form);
  }

  async signIn(email: string, password: string): Promise<this> {
    const response = await this.post("/api/sessions", { email, password });
    if (response.status !== 201) throw new Error(`sign-in: ${await response.text()}`);
    return this;
  }

  async enter(code: string, pupilId: PupilId): Promise<this> {
    const response = await this.post("/api/pupil-sessions", { code, pupilId });
    if (response.status !== 201) throw new Error(`pupil entry: ${await response.text()}`);
    return this;
  }
}

/** Status and code of a refusal, for one comparison. */
export async function refusalIn(response: Response): Promise<[number, unknown]> {
  const body: unknown = await response.json();
  return [response.status, typeof body === "object" && body !== null && "error" in body ? body.error : body];
}
