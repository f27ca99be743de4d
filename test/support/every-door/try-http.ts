import { v7 } from "uuid";
import { sessionCookie } from "../../../server/access/session-token.ts";
import { writesTo } from "../../../server/store/open-database.ts";
import type { Door, Pick } from "./door.ts";
import type { Noun, Thing } from "./facts.ts";
import { formWith } from "./form-with.ts";
import { leaksIn, threadsBetweenTenants } from "./leaks.ts";
import { expectedOf, type Verdict } from "./verdict.ts";
import { askers, places, type Asker, type AskerKind, type Place, type World } from "./world.ts";

/** One request that is to be made. */
type Try = { route: string; door: Door; kind: AskerKind; place: Place };
type Named = { id: string; word: string };
type Asked = { method: string; path: string; body: string | FormData | undefined };
type Answered = { status: number; text: string; isInert: boolean };

const outside = "http://antenne.test";
/** What apps fetch at a private address. */
const isForApps = (route: string) => /^GET \/(feeds|media|live)\//.test(route);

const nobodys = (word: string) => ({ id: word, word });

function* triesOf(doors: Readonly<Record<string, Door>>): Generator<Try> {
  for (const [route, door] of Object.entries(doors)) {
    for (const kind of askers.filter((kind) => kind !== "app" || isForApps(route))) {
      for (const place of door.about === undefined ? (["own"] as const) : places) {
        for (let count = 0; count < (door.tries ?? 1); count += 1) yield { route, door, kind, place };
      }
    }
  }
}

function addressOf({ route, door }: Try, { id, word }: Named, second: string): { method: string; path: string } {
  const [method, pattern] = route.split(" ") as [string, string];
  const path = pattern.replaceAll(/:(\w+)/g, (_, param: string) => {
    if (param === door.and?.param) return second;
    return door.at?.[param]?.replace("*", word) ?? (param === "slug" ? word : id);
  });
  return { method, path };
}

async function ask(
  { doors, random }: World,
  { token, prefix }: Asker,
  { method, path, body }: Asked,
): Promise<Answered> {
  const headers = {
    origin: outside,
    "x-forwarded-for": `10.${random.below(250)}.${random.below(250)}.${random.below(250)}`,
    ...(token !== undefined && { cookie: `${sessionCookie(false)}=${token}` }),
    ...(typeof body === "string" && { "content-type": "application/json" }),
  };
  const answer = await doors.app.request(`${outside}${prefix}${path}`, { method, headers, body: body ?? null });
  // What people wrote is never a page: no browser makes markup of it.
  const isPage = answer.headers.get("content-type")?.startsWith("text/html") ?? false;
  const isInert = !isPage && answer.headers.get("x-content-type-options") === "nosniff";
  return { status: answer.status, text: await answer.text(), isInert };
}

const codeIn = ({ text }: Answered) => /^\{"error":"([a-z_.]+)"/.exec(text)?.[1];

/** Whether an answer is what the oracle says; for what is hidden, `unknown` is the answer to a thing that does not exist. */
async function differs(
  verdict: Verdict,
  answered: Answered,
  unknown: () => Promise<Answered> | undefined,
): Promise<string | undefined> {
  const code = codeIn(answered) ?? "";
  switch (verdict) {
    case "signIn":
      return answered.status === 401 && /^session\.(missing|expired)$/.test(code)
        ? undefined
        : "should be asked to sign in";
    case "forbidden":
      return answered.status === 403 && code === "session.forbidden" ? undefined : "should be forbidden";
    case "hidden": {
      if (answered.status !== 404 || !code.endsWith(".not_found")) return "should not learn that it exists";
      const nothing = await unknown();
      if (nothing?.status === answered.status && nothing.text === answered.text) return undefined;
      return `should be answered as for nothing: ${nothing?.text ?? ""}`;
    }
    case "allowed": {
      if (["session.missing", "session.expired", "session.forbidden"].includes(code)) return "may do this";
      const isHidden = answered.status === 404 && (await unknown())?.text === answered.text;
      return isHidden ? "may know of this" : undefined;
    }
  }
}

/** Makes one request and compares; the sentence of a difference, if there is one. Not made where nobody or nothing fits. */
async function tryOne(world: World, attempt: Try): Promise<{ isMade: boolean; difference?: string }> {
  const { door, kind, place, route } = attempt;
  const asker = await world.asker(kind);
  if (asker === undefined) return { isMade: false };
  const target = door.about === undefined ? undefined : world.thing(door.about, asker.who, place);
  if (door.about !== undefined && target === undefined && place !== "unknown" && place !== "malformed")
    return { isMade: false };
  const second = door.and && secondOf(world, door.and.noun, asker);
  const pick = world.pickFor(target);
  const body = door.form === undefined ? bodyOf(attempt, pick) : await formWith(door.form, world.word());
  const address = (named: Named, child: string = second?.id ?? v7()) => ({ ...addressOf(attempt, named, child), body });
  const verdict = expectedOf({ door, asker, target, second, facts: world.facts() });
  const { database, bugs } = world.doors;
  const before = writesTo(database);
  const answered = await ask(world, asker, address(target ?? nobodys(place === "malformed" ? "not-there" : v7())));
  const hasWritten = writesTo(database) !== before;
  const isFirstTheirs = target !== undefined && door.may(asker.who, target, world.facts());
  const nothing = door.and !== undefined && isFirstTheirs ? address(target, v7()) : address(nobodys(v7()));
  const unknown = () => (door.about === undefined ? undefined : ask(world, asker, nothing));
  // Whoever names what is not of the class may be told that it is not there.
  const comparable = pick.hasStrayed() ? () => undefined : unknown;
  let difference = bugs.length > 0 ? `breaks something: ${String(bugs.splice(0)[0])}` : undefined;
  difference ??= await differs(verdict, answered, verdict === "allowed" ? comparable : unknown);
  if (!answered.isInert) difference ??= "is answered with what a browser may take for a page";
  if (verdict !== "allowed" && hasWritten) difference ??= "should change nothing";
  difference ??= leaksIn(answered.text, asker.who, world.facts());
  if (hasWritten) {
    await world.readAgain();
    difference ??= await threadsBetweenTenants(database);
  }
  if (difference === undefined) return { isMade: true };
  const who = `${kind === "app" ? "an app of a family" : `a ${kind}`} who asks ${route} about ${describe(target, asker, place)}`;
  return {
    isMade: true,
    difference: `${who} ${difference}; the oracle says ${verdict}, the answer was ${answered.status} ${answered.text.slice(0, 200)}`,
  };
}

function secondOf({ random, thing }: World, noun: Noun, { who }: Asker): Thing | undefined {
  return thing(noun, who, random.one(["own", "own", "school", "foreign"] as const)!);
}

function bodyOf({ route, door }: Try, pick: Pick): string | undefined {
  return route.startsWith("GET ") ? undefined : JSON.stringify(door.body?.(pick) ?? {});
}

const describe = (target: Thing | undefined, { who }: Asker, place: Place) => {
  if (target === undefined) return place === "own" ? "nothing" : `something ${place}`;
  const audience = target.audience === undefined ? "" : ` for ${target.audience}`;
  return `a ${target.noun}${audience} (${who.role === "visitor" ? "somebody's" : place})`;
};

const tries = new WeakMap<object, readonly Try[]>();
function allTries(doors: Readonly<Record<string, Door>>): readonly Try[] {
  const known = tries.get(doors) ?? [...triesOf(doors)];
  tries.set(doors, known);
  return known;
}

/**
 * Everybody at every door, about everything near and far, in an order of the world's own; or, with `most`, so many of these requests, drawn.
 * Gives how many were made, and the first difference.
 */
export async function tryHttp(world: World, doors: Readonly<Record<string, Door>>, most?: number) {
  const { random } = world;
  const all = allTries(doors);
  const drawn = most === undefined ? random.shuffled(all) : Array.from({ length: most }, () => random.one(all)!);
  let count = 0;
  for (const attempt of drawn) {
    const { isMade, difference } = await tryOne(world, attempt);
    if (difference !== undefined) return { count, difference };
    if (isMade) count += 1;
  }
  return { count, difference: undefined };
}
