import { getPath } from "hono/utils/url";
import type { Visibility } from "../../schemas/channels.ts";

// What apps fetch by themselves, with neither cookie nor page: documents, files, live sound.
const behind = /^\/prive\/([\w-]{22})(\/(?:feeds|media|live)\/.*)$/;

/** The token in a private address, `/prive/<token>/feeds/…`: a family's own, for apps that keep no cookie. */
export const privateTokenIn = (request: Request): string | undefined => behind.exec(getPath(request))?.[1];

/** Where the app looks for a route: a private address leads where the same one leads without its token. */
export const routedPath = (request: Request): string => {
  const path = getPath(request);
  return behind.exec(path)?.[2] ?? path;
};

/** What an address begins with that is to be asked for as this one was: nothing, or the private part. */
export const privatePrefix = (request: Request): string => {
  const token = privateTokenIn(request);
  return token === undefined ? "" : prefixFor(token);
};

/**
 * Whether caches, other sites and searches may have what is asked for. Never under a private address, whose token opens the family's other
 * radios too: not even once the channel is public.
 */
export const isForEverybody = (request: Request, visibility: Visibility): boolean =>
  visibility === "public" && privateTokenIn(request) === undefined;

/** What the private addresses of a token begin with. */
export const prefixFor = (token: string): string => `/prive/${token}`;
