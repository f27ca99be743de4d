import { expect } from "vitest";
import type { ApiClient } from "../api-client.ts";
import { makeHostileTexts } from "../hostile-text.ts";

/** The places of a body that hold a marked text: path and mark. What lies in a list within a list is a tuple. */
function placesIn(value: unknown, path = ""): [path: string, mark: string][] {
  if (typeof value === "string") return [...value.matchAll(/‡\d+‡/g)].map(([mark]) => [path.replace(/^\./, ""), mark]);
  if (typeof value !== "object" || value === null) return [];
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([name, each]) => placesIn(each, `${path}.${name}`));
  const isTuple = path.endsWith("[]");
  return value.flatMap((each: unknown, index) => placesIn(each, isTuple ? `${path}.${index}` : `${path}[]`));
}

/** A pen that writes hostile texts through a station's own doors, and remembers what it wrote where. */
export function openPen() {
  const { line, text, address } = makeHostileTexts();
  /** For a field of 300 characters. */
  const passage = () => text().slice(-300);
  const written = new Map<string, string>();
  const note = (route: string, body: unknown) => {
    for (const [path, mark] of placesIn(body)) written.set(`${route} ${path}`, mark);
  };
  /** Sends `body` to `route`, such as `PATCH /api/shows/:id` with the id. */
  async function write<Told>(as: ApiClient, route: string, id: string, body: object): Promise<Told> {
    const [method, pattern] = route.split(" ") as [string, string];
    const path = pattern.replace(/:\w+/, id);
    const json = { "content-type": "application/json" };
    const answer = await as.send(method, path, JSON.stringify(body), json);
    expect(answer.ok, `${route}: ${answer.status} ${answer.ok ? "" : await answer.clone().text()}`).toBe(true);
    note(route, body);
    return (answer.status === 204 ? undefined : await answer.json()) as Told;
  }
  return { line, passage, text, address, note, write, written };
}
/** See {@link openPen}. */
export type Pen = ReturnType<typeof openPen>;
/** Who of the staff writes. */
export type Staff = { admin: ApiClient; region: ApiClient };
