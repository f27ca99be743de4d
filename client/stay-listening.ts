import { useBeforeLeave } from "@solidjs/router";

const listening = /^\/(chaines|famille|abonnement)(\/|$)/;

/**
 * A page that was loaded for listening has neither microphone nor camera (server/routes/security-headers.ts): from there, every other address
 * is loaded as a page of its own, so that whoever signs in after listening can also speak.
 */
export function useOwnPagesForListening() {
  if (!listening.test(location.pathname)) return;
  useBeforeLeave((leaving) => {
    if (typeof leaving.to !== "string" || listening.test(leaving.to)) return;
    leaving.preventDefault();
    location.assign(leaving.to);
  });
}
