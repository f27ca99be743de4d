/** The class code inside what a camera read: the address of the pupils' door, or the bare code. */
export function codeInScan(read: string): string | undefined {
  const inAddress = /\/entrer\/([^/?#]+)/.exec(read)?.[1];
  const typed = inAddress === undefined ? read.trim() : safeDecode(inAddress);
  return /^\p{L}{3,12}[\s-]*\d{4}$/u.test(typed) ? typed : undefined;
}

/** Address that the QR code of a class opens. */
export const codeLink = (origin: string, code: string) => `${origin}/entrer/${encodeURIComponent(code.replace(" ", "-"))}`;

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
