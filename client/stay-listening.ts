import { useBeforeLeave } from "@solidjs/router";

/** Pages of their own: the station draws them, and this app does not. */
const drawnElsewhere = /^\/(chaines|radios|embed)(\/|$)/;
const families = /^\/(famille|abonnement)(\/|$)/;

/**
 * Listeners' pages are always loaded anew. And a page that was loaded for families has no camera, and but for the family’s own no microphone (server/routes/security-headers.ts):
 * from there every other address is loaded as a page of its own, so that whoever signs in after listening can also speak.
 */
export function useOwnPagesForListening() {
  const isForFamilies = families.test(location.pathname);
  useBeforeLeave((leaving) => {
    if (typeof leaving.to !== "string") return;
    const staysHere = families.test(leaving.to) === isForFamilies || !isForFamilies;
    if (!drawnElsewhere.test(leaving.to) && staysHere) return;
    leaving.preventDefault();
    location.assign(leaving.to);
  });
}
