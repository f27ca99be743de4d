/** A title in ASCII words joined by hyphens, at most 50 characters; `undefined` when it has no Latin letter or digit. */
export function slugOf(title: string): string | undefined {
  const words = title
    .replace(/[œŒ]/g, "oe")
    .replace(/[æÆ]/g, "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words.join("-").slice(0, 50).replace(/-$/, "") || undefined;
}
