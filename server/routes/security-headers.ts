import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/** Pages for listening: nobody speaks there. The client leaves them by a new page, see client/stay-listening.ts. */
const listening = /^\/(chaines|radios|embed|abonnement|feeds|media|live|prive|api)(\/|$)/;

/** What a page never asks for, whatever is in it. */
const neverAsked = { geolocation: [], payment: [], usb: [], serial: [], hid: [], midi: [], displayCapture: [] };

/** A family may leave its voice for the class, and scans nothing. */
const family = /^\/famille(\/|$)/;

const lastingHttps = "max-age=15552000";

type Devices = { microphone: ["self"] | []; camera: ["self"] | [] };
const [none, voice, all]: readonly [Devices, Devices, Devices] = [
  { microphone: [], camera: [] },
  { microphone: ["self"], camera: [] },
  { microphone: ["self"], camera: ["self"] },
];

const headersWith = (isPublicHttps: boolean, devices: Devices, isFramed = false) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      scriptSrcAttr: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:", "blob:"],
      mediaSrc: ["'self'", "blob:"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      objectSrc: ["'none'"],
      frameSrc: ["'none'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: isFramed ? ["*"] : ["'none'"],
    },
    permissionsPolicy: { ...devices, ...neverAsked },
    // A self-signed or passing address must not be held to HTTPS for half a year.
    strictTransportSecurity: isPublicHttps ? lastingHttps : false,
    crossOriginResourcePolicy: false,
    referrerPolicy: "same-origin",
    xFrameOptions: isFramed ? false : "DENY",
  });

/** Scripts, styles and fonts are never a page, and come by the dozen: they say in few words what holds for a worker that one of them becomes. */
const headersOfFiles = (isPublicHttps: boolean) =>
  secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'self'"] },
    strictTransportSecurity: isPublicHttps ? lastingHttps : false,
    referrerPolicy: "same-origin",
    ...{ crossOriginResourcePolicy: false, crossOriginOpenerPolicy: false, originAgentCluster: false },
    ...{ xDnsPrefetchControl: false, xDownloadOptions: false, xFrameOptions: false },
    ...{ xPermittedCrossDomainPolicies: false, xXssProtection: false },
  });

/** What is told by `Access-Control-Allow-Origin` that everybody may have, other sites may also play; nothing else leaves the station's pages. */
export const resourcePolicy = (isForEverybody: boolean) => (isForEverybody ? "cross-origin" : "same-origin");

/**
 * What a browser may do with the station's pages: nothing from elsewhere, nothing inline, nobody's frame but for the player; microphone and camera only where
 * somebody speaks or scans a code.
 */
export function securityHeaders(isPublicHttps: boolean): MiddlewareHandler {
  const forListening = headersWith(isPublicHttps, none);
  const forFrames = headersWith(isPublicHttps, none, true);
  const forFamilies = headersWith(isPublicHttps, voice);
  const forSpeaking = headersWith(isPublicHttps, all);
  const forFiles = headersOfFiles(isPublicHttps);
  const headersOf = (path: string) => {
    if (path.startsWith("/assets/")) return forFiles;
    // The player that other sites may have in a frame shows what everybody may hear: a frame brings no cookie of ours along.
    if (path.startsWith("/embed/")) return forFrames;
    if (listening.test(path)) return forListening;
    return family.test(path) ? forFamilies : forSpeaking;
  };
  return async (c, next) => {
    await headersOf(c.req.path)(c, next);
    const isForEverybody = c.res.headers.get("access-control-allow-origin") === "*";
    c.res.headers.set("Cross-Origin-Resource-Policy", resourcePolicy(isForEverybody));
  };
}
