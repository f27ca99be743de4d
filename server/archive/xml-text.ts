/** Text without what XML 1.0 cannot hold in any form (control characters, halves of a surrogate pair, U+FFFE and U+FFFF), trimmed. */
export function xmlText(text: string): string {
  // eslint-disable-next-line no-control-regex -- These are the very characters that go.
  const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
  return text.toWellFormed().replace(forbidden, "").trim();
}

/** The longest beginning of a text that fits into so many bytes of UTF-8, without a broken character at its end. */
export function firstBytes(text: string, most: number): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= most) return text;
  const decoder = new TextDecoder();
  return decoder.decode(bytes.subarray(0, most), { stream: true });
}
