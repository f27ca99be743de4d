import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/** Pages for listening: nobody speaks there. The client leaves them by a new page, see client/stay-listening.ts. */
const listening = /^\/(chaines|radios|embed|abonnement|feeds|media|live|prive|api)(\/|$)/;

/** What a page never asks for, whatever is in it. */
const neverAsked = { geolocation: [], payment: [], usb: [], serial: [], hid: [], midi: [], displayCapture: [] };

/** A family may leave its voice for the class, and scans nothing. */
const family = /^\/famille(\/|$)/;

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
    strictTransportSecurity: isPublicHttps ? "max-age=15552000" : false,
    crossOriginResourcePolicy: false,
    referrerPolicy: "same-origin",
    xFrameOptions: isFramed ? false : "DENY",
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
  return async (c, next) => {
    const forPage = listening.test(c.req.path) ? forListening : family.test(c.req.path) ? forFamilies : forSpeaking;
    // The player that other sites may have in a frame shows what everybody may hear: a frame brings no cookie of ours along.
    await (c.req.path.startsWith("/embed/") ? forFrames : forPage)(c, next);
    const isForEverybody = c.res.headers.get("access-control-allow-origin") === "*";
    c.res.headers.set("Cross-Origin-Resource-Policy", resourcePolicy(isForEverybody));
  };
}
