/** The class code inside what a camera read: the address of the pupils' door, or the bare code. */
export function codeInScan(read: string): string | undefined {
  const inAddress = /\/entrer\/([^/?#]+)/.exec(read)?.[1];
  const typed = inAddress === undefined ? read.trim() : safeDecode(inAddress);
  return /^\p{L}{3,12}[\s-]*\d{4}$/u.test(typed) ? typed : undefined;
}

/** The pupils' door for a code, as it was typed; a hyphen stands for the spaces, so that the address needs no escapes. */
export const codePath = (code: string) => `/entrer/${encodeURIComponent(code.trim().replace(/\s+/g, "-"))}`;

/** The code that stands in the address of the pupils' door; the router leaves its escapes as they are. */
export const codeInPath = (param: string | undefined) => (param === undefined ? undefined : safeDecode(param));

/** Address that the QR code of a class opens. */
export const codeLink = (origin: string, code: string) => `${origin}${codePath(code)}`;

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
