import { secureHeaders } from "hono/secure-headers";

/**
 * What a browser may do with the station's pages: nothing from elsewhere, nothing inline, the microphone for the station itself. Media and
 * feeds may be read by players of other sites; their routes say so themselves.
 */
export const securityHeaders = (isPublicHttps: boolean) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:", "blob:"],
      mediaSrc: ["'self'", "blob:"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: { microphone: ["self"], camera: ["self"], geolocation: [], payment: [] },
    // A self-signed or passing address must not be held to HTTPS for half a year.
    strictTransportSecurity: isPublicHttps ? "max-age=15552000" : false,
    crossOriginResourcePolicy: false,
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
  });
