// The push services of the browsers that the station supports. The station asks no other address, whatever a browser sends.
const hosts = ["fcm.googleapis.com", "updates.push.services.mozilla.com", "web.push.apple.com"];
const domains = [".push.services.mozilla.com", ".push.apple.com", ".notify.windows.com"];

/** Whether an address is at a push service that is known, over HTTPS and at its usual port. */
export function isPushService(endpoint: string): boolean {
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  if (protocol !== "https:" || port !== "" || username !== "" || password !== "") return false;
  return hosts.includes(hostname) || domains.some((domain) => hostname.endsWith(domain));
}
